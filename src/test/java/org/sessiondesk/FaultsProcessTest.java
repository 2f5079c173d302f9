package org.sessiondesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.SmallDisk;
import org.sessiondesk.ui.sessions.SessionsPage;

/**
 * What stands around the portal fails while people save and deliveries leave. Two portals work on one database: one has
 * it in the box, for the other it is an external one.
 */
class FaultsProcessTest extends Faults {

    private static final int MOST_SAVES = 30;

    /** Longer than anybody waits for a lock. */
    private static final Duration LONG = Duration.ofSeconds(12);

    private static SmallDisk disk;
    private static EmbeddedServer server;
    private static TwoPortals portals;

    @BeforeAll
    static void start() {
        disk = SmallDisk.mount();
        portals = TwoPortals.onServerInTheBox(disk.folder());
        server = new EmbeddedServer(disk.folder());
    }

    @AfterAll
    static void stop() {
        portals.close();
        disk.close();
    }

    @Override
    TwoPortals portals() {
        return portals;
    }

    @Test
    void a_killed_server_is_started_again_by_the_portal_that_brought_it(Browsers browsers) {
        var page = typed(browsers);

        try (var log = SeenLog.start()) {
            server.keepDown();
            server.kill();
            awaitNotReady();
            assertSaid(page, "Session Desk can't reach its database; your typing is kept.");
            save(page);
            assertThat(notices(page)).hasCount(1);
            // Whoever waits for a connection, a few seconds at most, doesn't know yet.
            awaitSaidOnceByEach(log, "The database doesn't answer");
            server.mayStart();

            assertRecovered(page);
            awaitSaidOnceByEach(log, "The database can be worked with again");
            assertThat(log.saying("The database doesn't answer")).hasSize(2);
            assertThat(log.stackTracesOfLibraries()).isEmpty();
        } finally {
            server.mayStart();
        }
    }

    @Test
    void cut_connections_are_made_anew(Browsers browsers) {
        var page = typed(browsers);

        for (int n = 0; n < 20; n++) {
            server.cutConnections();
        }

        assertRecovered(page);
    }

    @Test
    void somebody_idle_in_a_transaction_holds_the_saves_up_only_as_long_as_he_is_there(Browsers browsers)
            throws Exception {
        var page = typed(browsers);

        try (Connection idle = portals.asOwner().getConnection()) {
            idle.setAutoCommit(false);
            idle.createStatement().execute("select position from audit_head for update");
            long began = System.nanoTime();
            assertSaid(page, "Something else in the database holds this up.");
            awaitNotReady();
            patiently().atMost(RECOVERY.multipliedBy(2)).until(() -> System.nanoTime() - began > RECOVERY.toNanos());
            idle.rollback();
        }

        assertRecovered(page);
    }

    @Test
    void a_save_that_a_frozen_server_never_answers_is_told_so(Browsers browsers) throws Exception {
        var page = typed(browsers);

        try (Connection idle = portals.asOwner().getConnection()) {
            // So that the save is under way when it freezes, those of the two people too.
            idle.setAutoCommit(false);
            idle.createStatement().execute("select position from audit_head for update");
            page.save();
            patiently().atMost(LONG).until(() -> server.heldUp() >= 3);
            server.freeze();
            try {
                awaitNotReady();
                assertThat(notices(page)).containsText("Session Desk can't reach its database; your typing is kept.");
                assertThat(page.text("End mileage")).hasValue("52,400");
            } finally {
                server.thaw();
            }
        }

        assertRecovered(page);
    }

    @Test
    void with_all_connections_taken_people_hear_that_it_is_busy(Browsers browsers) throws Exception {
        var page = typed(browsers);

        List<Connection> taken = new ArrayList<>();
        try {
            DataSource pool = portals.first(DataSource.class);
            // The last of them the portal itself may be waiting for, too, and be told already that none is free.
            patiently()
                    .pollInSameThread()
                    .ignoreExceptionsInstanceOf(SQLTransientConnectionException.class)
                    .until(() -> {
                        while (taken.size() < TwoPortals.POOL - TwoPortals.LISTENING) {
                            taken.add(pool.getConnection());
                        }
                        return true;
                    });
            awaitNotReady();
            assertSaid(page, "Session Desk is too busy just now; your typing is kept.");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }

        assertRecovered(page);
    }

    @Test
    void somebody_who_only_reads_and_stays_in_the_transaction_holds_nobody_up(Browsers browsers) throws Exception {
        var page = typed(browsers);

        try (Connection idle = portals.asOwner().getConnection()) {
            idle.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            idle.setAutoCommit(false);
            String seen = corrections(idle);
            long began = System.nanoTime();
            // A look at the database that a busy machine kept waiting says so for a second.
            patiently()
                    .atMost(LONG.plus(RECOVERY))
                    .until(() -> System.nanoTime() - began > LONG.toNanos() && readiness() == 200);
            assertRecovered(page);
            assertThat(people().failures()).isZero();
            assertThat(corrections(idle)).isEqualTo(seen);
        }
    }

    @Test
    void a_full_disk_is_said_and_costs_nothing_that_was_saved(Browsers browsers) {
        assumeTrue(disk.canBeFilled(), "no disk can be mounted here: the next one limits the database's files instead");

        assertNoRoom(browsers, disk::fill, disk::free);
    }

    @Test
    void files_that_may_not_grow_are_said_and_cost_nothing_that_was_saved(Browsers browsers) {
        assertNoRoom(browsers, server::limitFiles, server::mayGrow);
    }

    private void assertNoRoom(Browsers browsers, Runnable takeRoom, Runnable giveRoom) {
        var page = typed(browsers);

        takeRoom.run();
        try {
            awaitNotReady();
            patiently().atMost(BACKLOG).until(people()::nobodySaves);
            assertSaidWhereThereIsNoRoom(page, "(has no room to store anything|can't reach its database)");
        } finally {
            giveRoom.run();
        }

        assertRecovered(page);
    }

    private static String corrections(Connection reader) throws SQLException {
        try (var statement = reader.createStatement();
                var rows = statement.executeQuery("select count(*) || ' ' || max(id::text) from correction")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /**
     * A save that still finds room in the pages that there are is kept, and another one follows; so it does where a server
     * that falls and comes back was there for a moment.
     */
    private static void assertSaidWhereThereIsNoRoom(SessionsPage page, String words) {
        Locator said = notices(page).filter(new Locator.FilterOptions().setHasText(Pattern.compile(words)));
        Locator answered = said.or(page.saying("saved.")).or(page.saying("reaches its database again"));
        int mileage = 52_400;
        int saves = 0;
        do {
            if (page.saying("saved.").count() > 0) {
                mileage++;
                page.type("End mileage", String.valueOf(mileage)).because("Reading mistyped");
            }
            save(page);
            assertThat(answered.first()).isVisible();
            saves++;
        } while (said.count() == 0 && saves < MOST_SAVES);
        assertThat(saves).isLessThan(MOST_SAVES);
        assertThat(page.text("End mileage")).hasValue(String.format(Locale.US, "%,d", mileage));
    }
}
