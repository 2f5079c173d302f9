package org.sessiondesk.bench;

import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The same backlog, eight at once, until OnTime has all of it, where 30 % of the attempts fail and where none does. An
 * attempt is what is tried again, so that one in 0.7 has to be made: 0.7 is the most there is.
 */
@DatabaseTest
@Import(Backlog.class)
@TestPropertySource(
        properties = {
            "db-scheduler.threads=8",
            "db-scheduler.polling-interval=100ms",
            "sessiondesk.delivery.retry=100ms",
            "sessiondesk.delivery.longest-retry=300ms",
            "sessiondesk.connection.failures=1000000"
        })
class FaultsBench {

    private static final int MANY = 300;
    private static final double SHARE = 0.3;

    private static final LocalOnTime ontime = new LocalOnTime();

    @Autowired
    private Backlog backlog;

    private int seed;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Backlog.connect(settings, ontime);
    }

    @Test
    void faults() throws Exception {
        backlog.read(MANY, ontime);
        try (var report = new BenchReport("Faults")) {
            var ratios = Pairs.measure(
                    2, Pairs.FEWEST, () -> perSecond(Faults.of(SHARE, ++seed)), () -> perSecond(Faults.none()));
            backlog.checkAllAccepted(ontime);
            report.ratio("drain with 30 % faults ÷ without", ratios, "/s", new Limit.AtLeast(0.6));
            report.note(
                    ("%d deliveries a drain, 8 at once. Of all attempts 30 %% fail, a third each by 503 to the GET, by 503"
                                    + " to the POST, by a cut connection after the POST was done. Settings: retry 100 ms, longest"
                                    + " 300 ms, a look for what is due every 100 ms;"
                                    + " the pause of the site after a run of failures is lifted.")
                            .formatted(MANY));
        } finally {
            ontime.close();
        }
    }

    private double perSecond(Faults faults) throws Exception {
        ontime.meet(faults);
        return backlog.perSecond(MANY, backlog::drain);
    }
}
