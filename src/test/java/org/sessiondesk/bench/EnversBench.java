package org.sessiondesk.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.Reason;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A correction with its note, chain and delivery against the same facts kept by Hibernate Envers and an outbox row. */
@DatabaseTest
@Import(BenchSessions.class)
@TestPropertySource(properties = {"sessiondesk.delivery.grace=10m", "sessiondesk.delivery.longest-grace=10m"})
class EnversBench {

    private static final int ACTS = 100;
    private static final int WARM_UPS = 100;
    private static final int PAIRS = 15;

    @Autowired
    private BenchSessions sessions;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DataSource pool;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InstantSource clock;

    @Autowired
    private Scheduler queue;

    @Test
    void envers() throws Exception {
        BenchSessions.signIn();
        queue.pause();
        Meter meter = new Meter(database, jdbc);
        try (BenchReport report = new BenchReport("Envers");
                EnversDesk envers = new EnversDesk(database, pool, clock)) {
            int acts = (WARM_UPS + PAIRS + 2) * ACTS;
            var ours = sessions.read(acts);
            var theirs = taken(envers, sessions.read(acts));

            var costs = Costs.measure(
                    meter, WARM_UPS, PAIRS, ACTS, () -> sessions.correct(ours, ACTS), () -> correct(envers, theirs));

            report.ratio(
                    "a correction's CPU time ÷ with Envers and an outbox row",
                    costs.ratios(Cost::cpuMillis),
                    "ms",
                    new Limit.AtMost(1.0));
            report.ratio("WAL ÷ the same", costs.ratios(Cost::walBytes), "bytes", new Limit.AtMost(1.2));
            report.counts("a correction", costs.typical());
            report.counts("with Envers and an outbox row", costs.typicalOfFloor());
            report.note("of a correction's CPU time this JVM has %s ms, with Envers %s ms; the rest is PostgreSQL's"
                    .formatted(
                            Limit.plain(jvmMillis(() -> sessions.correct(ours, ACTS))),
                            Limit.plain(jvmMillis(() -> correct(envers, theirs)))));
            meter.shares(() -> sessions.correct(ours, ACTS), ACTS).forEach(report::note);
            meter.shares(() -> correct(envers, theirs), ACTS).forEach(share -> report.note("Envers: " + share));
        }
    }

    private static double jvmMillis(Work work) throws Exception {
        double before = Cpu.ownMillis();
        work.run();
        return (Cpu.ownMillis() - before) / ACTS;
    }

    private static Iterator<DriverSession> taken(EnversDesk envers, Iterator<DriverSession> read) {
        List<DriverSession> all = new ArrayList<>();
        read.forEachRemaining(all::add);
        for (int from = 0; from < all.size(); from += ACTS) {
            envers.take(all.subList(from, from + ACTS));
        }
        return all.iterator();
    }

    private static void correct(EnversDesk envers, Iterator<DriverSession> next) {
        for (int i = 0; i < ACTS; i++) {
            envers.correct(next.next().id(), 0, 52_398, Reason.READING_MISTYPED.name(), "told by phone");
        }
    }
}
