package org.sessiondesk.database;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;

class MigrationsDatabaseTest {

    @Test
    void they_need_no_auditor_and_take_any_name_for_the_running_role() {
        TestDatabase database = TestDatabase.empty();

        assertThatCode(() -> Flyway.configure()
                        .dataSource(database.owner())
                        .placeholders(
                                Map.of("app_role", database.access().app(), "auditor_role", "nobody_of_this_name"))
                        .load()
                        .migrate())
                .doesNotThrowAnyException();
    }
}
