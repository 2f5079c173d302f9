package org.sessiondesk.bench;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From a correction's commit until its POST arrives at OnTime, without grace; the queue as it is in production. */
@DatabaseTest
@Import(Backlog.class)
class WireBench {

    private static final int WARM_UPS = 30;
    private static final int CORRECTIONS = 200;

    private static final LocalOnTime ontime = new LocalOnTime();

    @Autowired
    private Backlog backlog;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Backlog.connect(settings, ontime);
    }

    @Test
    void wire() throws Exception {
        backlog.read(1, ontime);
        backlog.run();
        try (var report = new BenchReport("Wire")) {
            double[] millis = new double[CORRECTIONS];
            for (int i = -WARM_UPS; i < CORRECTIONS; i++) {
                double took = backlog.untilPosted(ontime);
                if (i >= 0) {
                    millis[i] = took;
                }
            }
            backlog.checkAllAccepted(ontime);
            Arrays.sort(millis);
            report.fact("commit → on the wire, p95", at(millis, 0.95), "ms", new Limit.AtMost(300));
            report.note("%d corrections, one after another: median %s ms, worst %s ms; each GET before it took 5 ms"
                    .formatted(CORRECTIONS, Limit.plain(at(millis, 0.5)), Limit.plain(at(millis, 1))));
        } finally {
            ontime.close();
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
