package org.sessiondesk.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.finding.check.AllSessions;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.finding.check.RecheckLoop;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The check of all sessions against two plain window passes that only look at the session before. */
@DatabaseTest
@Import(FindingDesk.class)
class FullCheckBench {

    private static final int SESSIONS = Integer.getInteger("sessiondesk.scale", 1_000_000);
    private static final int VANS = 1_000;
    private static final int WARM_UPS = 1;
    private static final int PAIRS = 11;
    private static final int FETCH = 2_000;
    private static final double MIB = 1 << 20;

    private static final String PLAIN = """
            select id, driver_id, vehicle_id, log_in_at, log_out_at, start_mileage, end_mileage,
                lag(%2$s) over (partition by %1$s order by log_in_at, id)
            from driver_session where not discarded
            order by %1$s, log_in_at, id
            """;

    @Autowired
    private AllSessions all;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private RecheckLoop loop;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DataSource pool;

    @Test
    void fullCheck() throws Exception {
        loop.stop();
        ManyFindings.fill(database, SESSIONS, VANS);
        try (BenchReport report = new BenchReport("FullCheck")) {
            all.checkNow();
            desk.settle();
            long differing = all.checkNow();
            report.note("%,d sessions of %,d vans; %,d of them with findings; %,d verdicts not as stored"
                    .formatted(SESSIONS, VANS, desk.found().size(), differing));
            var ratios = Pairs.time(WARM_UPS, PAIRS, all::checkNow, this::twoPasses);
            report.ratio("the check ÷ two lag() passes", ratios, "ms", new Limit.AtMost(1.5));
            heap(report, "heap more than for the two passes");

            slips();
            all.checkNow();
            desk.settle();
            report.note("with slips: %,d sessions with findings; %,d verdicts not as stored"
                    .formatted(desk.found().size(), all.checkNow()));
            report.ratio(
                    "with a slip in each 20th session ÷ the same two passes",
                    Pairs.time(WARM_UPS, PAIRS, all::checkNow, this::twoPasses),
                    "ms",
                    new Limit.AtMost(1.5));
            heap(report, "heap more than for the two passes, with slips");
            double before = Cpu.millis();
            all.checkNow();
            double between = Cpu.millis();
            twoPasses();
            report.note("CPU time of the last check with slips ÷ of two passes: %.2f"
                    .formatted((between - before) / (Cpu.millis() - between)));
        }
    }

    private void heap(BenchReport report, String what) throws Exception {
        double floor = mostHeap(this::twoPasses);
        double ours = mostHeap(all::checkNow);
        report.fact(what, Math.max(0, ours - floor), "MiB", new Limit.AtMost(64));
    }

    private void slips() {
        database.sql()
                .sql("update driver_session set end_mileage = end_mileage + 9000 where hashtext(id::text) % 20 = 0")
                .update();
        database.sql().sql("vacuum full analyze driver_session").update();
    }

    private void twoPasses() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            int contradictions = vehicles(connection) + drivers(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            if (contradictions < 0) {
                throw new IllegalStateException();
            }
        }
    }

    /** Starts below the end before. */
    private static int vehicles(Connection connection) throws SQLException {
        int found = 0;
        try (var statement = connection.prepareStatement(PLAIN.formatted("vehicle_id", "end_mileage"))) {
            statement.setFetchSize(FETCH);
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int before = rows.getInt(8);
                    if (!rows.wasNull() && rows.getInt(6) < before) {
                        found++;
                    }
                }
            }
        }
        return found;
    }

    /** Begins before the last one's end. */
    private static int drivers(Connection connection) throws SQLException {
        int found = 0;
        try (var statement = connection.prepareStatement(PLAIN.formatted("driver_id", "log_out_at"))) {
            statement.setFetchSize(FETCH);
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var before = rows.getObject(8, OffsetDateTime.class);
                    if (before != null
                            && rows.getObject(4, OffsetDateTime.class).isBefore(before)) {
                        found++;
                    }
                }
            }
        }
        return found;
    }

    /** The most that lives while it runs, garbage left out, over what lived before; in MiB. */
    private static double mostHeap(Work work) throws Exception {
        double before = living();
        var most = new AtomicLong();
        var sampler = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                most.accumulateAndGet((long) living(), Math::max);
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        work.run();
        sampler.interrupt();
        sampler.join();
        return (most.get() - before) / MIB;
    }

    private static double living() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
