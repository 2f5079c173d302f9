package org.sessiondesk.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A correction with its note, chain and delivery, one after another. */
@DatabaseTest
@Import(BenchSessions.class)
@TestPropertySource(properties = {"sessiondesk.delivery.grace=10m", "sessiondesk.delivery.longest-grace=10m"})
class CorrectionBench {

    private static final int ACTS = 200;

    @Autowired
    private BenchSessions sessions;

    @Autowired
    private TestDatabase database;

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
            var next = sessions.read(4 * ACTS);
            sessions.correct(next, 3 * ACTS);
            Counts counts = meter.during(() -> sessions.correct(next, ACTS)).each(ACTS);
            report.counts("a correction", counts);
            report.fact("statements a correction", counts.statements(), "", new Limit.AtMost(12));
            report.fact("WAL syncs a correction", counts.walSyncs(), "", new Limit.AtMost(1));
        }
    }
}
