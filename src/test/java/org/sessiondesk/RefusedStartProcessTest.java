package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.testing.PortalProcess;
import org.sessiondesk.testing.TestDatabase;

class RefusedStartProcessTest {

    private final Path data = PortalProcess.newDataFolder();

    @ParameterizedTest
    @CsvSource({
        "SESSIONDESK_SITE_TIME_ZONE, '', SESSIONDESK_SITE_TIME_ZONE is missing",
        "SESSIONDESK_ONTIME_READ_INTERVAL, soon, SESSIONDESK_ONTIME_READ_INTERVAL can't be read as a duration",
        "SERVER_PORT, x, SERVER_PORT can't be read. Example: 8080",
        "SPRING_DATASOURCE_URL, jdbc:mysql://db/x, SPRING_DATASOURCE_URL: only PostgreSQL will do",
    })
    void a_bad_setting_is_one_line_that_names_it(String name, String value, String line) {
        assertThatStartIsRefused(line, setup -> setup.with(name, value).withWhatProductionNeeds());
    }

    @Test
    void an_external_database_needs_the_owner_who_migrates() {
        assertThatStartIsRefused(
                "SPRING_FLYWAY_USER: is missing",
                setup -> setup.with("SPRING_FLYWAY_USER", "").withDatabase(TestDatabase.fresh()));
    }

    @Test
    void a_database_that_does_not_answer_is_one_line() {
        assertThatStartIsRefused(
                "SPRING_DATASOURCE_URL: no database at jdbc:postgresql://127.0.0.1:9/nowhere (",
                setup -> setup.with("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:9/nowhere")
                        .withDatabase(TestDatabase.empty()));
    }

    @Test
    void a_wrong_password_of_the_database_is_one_line() {
        assertThatStartIsRefused(
                "SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD: the database doesn't let sessiondesk_app in",
                setup ->
                        setup.with("SPRING_DATASOURCE_PASSWORD", "not-this-one").withDatabase(TestDatabase.fresh()));
    }

    @Test
    void the_owner_of_the_tables_may_not_run_the_portal() {
        TestDatabase database = TestDatabase.fresh();

        assertThatStartIsRefused(
                "SPRING_DATASOURCE_USERNAME: sessiondesk_owner is the owner of the tables",
                setup -> setup.with(
                                "SPRING_DATASOURCE_USERNAME", database.access().owner())
                        .with("SPRING_DATASOURCE_PASSWORD", database.access().ownerPassword())
                        .withDatabase(database));
    }

    private void assertThatStartIsRefused(String line, UnaryOperator<PortalProcess.Setup> settings) {
        PortalProcess portal = settings.apply(PortalProcess.on(data)).start();

        assertThat(portal.awaitExit()).isEqualTo(1);
        // Log lines begin with their time; what is left is what an operator reads.
        assertThat(portal.output().lines().filter(said -> !said.matches("\\d{4}-\\d\\d-\\d\\dT.*")))
                .singleElement()
                .asString()
                .startsWith(line);
    }
}
