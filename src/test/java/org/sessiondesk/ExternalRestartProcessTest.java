package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.database.ExternalServer;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.PortalProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrator of an external database restarts it with {@code pg_ctl restart -m immediate}. */
class ExternalRestartProcessTest extends Faults {

    /** Some deliveries wait at any time. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static ExternalServer server;
    private static TwoPortals portals;

    @BeforeAll
    static void start() {
        server = ExternalServer.start(PortalProcess.newDataFolder());
        portals = TwoPortals.onExternal(server.settings(), GRACE);
    }

    @AfterAll
    static void stop() {
        portals.close();
        server.close();
    }

    @Override
    TwoPortals portals() {
        return portals;
    }

    @Test
    void a_server_that_takes_its_time_is_said_to_be_away_and_found_again(Browsers browsers) {
        var page = typed(browsers);
        patiently().atMost(RECOVERY).until(() -> portals.waiting() > 0);

        server.keepDown();
        try (var log = SeenLog.start()) {
            var restart = server.restart();
            awaitNotReady();
            assertSaid(page, "Session Desk can't reach its database; your typing is kept.");
            awaitSaidOnceByEach(log, "The database doesn't answer");
            server.mayStart();
            restart.join();

            assertRecovered(page);
            assertThat(people().failures()).isPositive();
            awaitSaidOnceByEach(log, "The database can be worked with again");
            assertThat(log.saying("The database doesn't answer")).hasSize(2);
            assertThat(log.stackTracesOfLibraries()).isEmpty();
        } finally {
            server.mayStart();
        }
    }

    @Test
    void a_server_that_is_back_in_a_moment_costs_nothing_that_was_saved(Browsers browsers) {
        var page = typed(browsers);
        patiently().atMost(RECOVERY).until(() -> portals.waiting() > 0);
        String before = started();

        server.restart().join();

        // So quick that perhaps nobody who saves has met it.
        assertRecovered(page);
        assertThat(started()).isNotEqualTo(before);
    }

    private String started() {
        return JdbcClient.create(portals.asOwner())
                .sql("select pg_postmaster_start_time()::text")
                .query(String.class)
                .single();
    }
}
