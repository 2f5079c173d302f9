package org.sessiondesk.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A correction with its note, chain and delivery against its own statements played by plain JDBC. */
@DatabaseTest
@Import({BenchSessions.class, SqlTape.class})
@TestPropertySource(properties = {"sessiondesk.delivery.grace=10m", "sessiondesk.delivery.longest-grace=10m"})
class CorrectionBench {

    private static final int ACTS = 100;
    private static final int WARM_UPS = 25;
    private static final int PAIRS = 15;

    @Autowired
    private BenchSessions sessions;

    @Autowired
    private SqlTape tape;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DataSource pool;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Scheduler queue;

    @Test
    void correction() throws Exception {
        BenchSessions.signIn();
        queue.pause();
        Meter meter = new Meter(database, jdbc);
        try (BenchReport report = new BenchReport("Correction")) {
            var next = sessions.read((WARM_UPS + PAIRS) * ACTS);
            var scripts = record((WARM_UPS + PAIRS) * ACTS);
            var statements = scripts.getFirst().sql().size();

            var costs = Costs.measure(
                    meter, WARM_UPS, PAIRS, ACTS, () -> sessions.correct(next, ACTS), () -> play(scripts, ACTS));

            report.ratio(
                    "corrections ÷ the same statements by plain JDBC, throughput",
                    costs.ratios(Cost::millis).asThroughput(),
                    "ms",
                    new Limit.AtLeast(0.5));
            report.fact("statements of a correction", statements, "", new Limit.AtMost(12));
            report.fact("transactions", costs.typical().transactions(), "", new Limit.AtMost(1));
            report.fact("WAL syncs", costs.typical().walSyncs(), "", new Limit.AtMost(1));
            report.counts("a correction", costs.typical());
            report.counts("its statements by plain JDBC", costs.typicalOfFloor());
        }
    }

    private Deque<SqlScript> record(int many) throws Exception {
        Iterator<DriverSession> next = sessions.read(many);
        Deque<SqlScript> scripts = new ArrayDeque<>();
        for (int i = 0; i < many; i++) {
            scripts.add(tape.record(() -> sessions.correct(next.next())));
        }
        return scripts;
    }

    private void play(Deque<SqlScript> scripts, int many) throws Exception {
        for (int i = 0; i < many; i++) {
            scripts.removeFirst().play(pool);
        }
    }
}
