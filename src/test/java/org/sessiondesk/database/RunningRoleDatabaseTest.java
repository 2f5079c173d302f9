package org.sessiondesk.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sessiondesk.database.DatabaseAccess.Login;
import org.sessiondesk.testing.TestDatabase;

class RunningRoleDatabaseTest {

    private final TestServer.Access access = TestDatabase.fresh().access();
    private final Login owner = new Login(access.owner(), access.ownerPassword());

    @Test
    void the_running_role_may_run() {
        assertThatCode(() -> check(new Login(access.app(), access.appPassword())))
                .doesNotThrowAnyException();
    }

    @Test
    void a_superuser_is_refused_in_one_line_that_names_the_sql() {
        assertThatThrownBy(() -> check(new Login(access.superuser(), access.superuserPassword())))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageStartingWith("SPRING_DATASOURCE_USERNAME: postgres is a superuser")
                .hasMessageContaining("create role sessiondesk_app login password")
                .hasMessageNotContaining("\n");
    }

    @Test
    void the_owner_of_the_tables_is_refused() {
        assertThatThrownBy(() -> check(owner)).hasMessageContaining("sessiondesk_owner is the owner of the tables");
    }

    @Test
    void a_wrong_password_names_the_setting_and_not_the_password() {
        assertThatThrownBy(() -> check(new Login(access.app(), "not-this-one")))
                .hasMessageStartingWith("SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD: ")
                .hasMessageNotContaining("not-this-one")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_wrong_password_of_the_owner_names_the_setting() {
        assertThatThrownBy(() -> migrateAs(new Login(access.owner(), "not-this-one")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageStartingWith("SPRING_FLYWAY_USER, SPRING_FLYWAY_PASSWORD: ")
                .hasMessageNotContaining("not-this-one")
                .hasMessageNotContaining("\n");
    }

    @Test
    void an_owner_who_may_make_no_tables_is_refused() {
        assertThatThrownBy(() -> migrateAs(new Login(access.auditor(), access.auditorPassword())))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageStartingWith("SPRING_FLYWAY_USER: sessiondesk_auditor may make no tables in ")
                .hasMessageNotContaining("\n");
    }

    private void migrateAs(Login migrating) {
        Login app = new Login(access.app(), access.appPassword());
        new DeskMigration(new DatabaseAccess(access.url(), app, migrating))
                .migrate(Flyway.configure().load());
    }

    private void check(Login app) {
        new RunningRole(new DatabaseAccess(access.url(), app, owner)).check();
    }
}
