package org.sessiondesk.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SessionCorrected;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.TestPropertySource;

/** A correction that hangs before its trail entry and those beside it; how long one holds the trail's head. */
@DatabaseTest
@Import({BenchSessions.class, SqlTape.class, HeadBench.Hang.class})
@TestPropertySource(properties = {"sessiondesk.delivery.grace=10m", "sessiondesk.delivery.longest-grace=10m"})
class HeadBench {

    private static final Duration HANGS = Duration.ofSeconds(2);
    private static final int SAVES = 60;
    private static final int WARM_UPS = 4;
    private static final int PAIRS = 11;
    private static final int HELD = 400;
    private static final int HELD_WARM_UPS = 1_500;

    @Autowired
    private BenchSessions sessions;

    @Autowired
    private SqlTape tape;

    @Autowired
    private Hang hang;

    @Autowired
    private DataSource pool;

    @Autowired
    private Scheduler queue;

    @Test
    void head() throws Exception {
        BenchSessions.signIn();
        queue.pause();
        try (BenchReport report = new BenchReport("Head")) {
            var next = sessions.read(2 * (WARM_UPS + PAIRS) * SAVES + WARM_UPS + PAIRS);
            List<Double> besides = new ArrayList<>();
            List<Double> alone = new ArrayList<>();
            var ratios =
                    Pairs.measure(WARM_UPS, PAIRS, () -> savesWhileOneHangs(next, besides), () -> saves(next, alone));
            report.ratio(
                    SAVES + " saves while another correction hangs for 2 s ÷ while none does",
                    ratios,
                    "ms",
                    new Limit.AtMost(1.2));
            report.fact(
                    "the longest of %d saves while one hangs".formatted(besides.size()),
                    Collections.max(besides),
                    "ms (while none does: %s ms)".formatted(Limit.plain(Collections.max(alone))),
                    new Limit.AtMost(HANGS.toMillis() / 2.0));
            heldHead(report);
        }
    }

    private void heldHead(BenchReport report) throws Exception {
        var watched = sessions.read(HELD + HELD_WARM_UPS);
        var recorded = sessions.read(HELD + HELD_WARM_UPS);
        List<Double> whole = new ArrayList<>();
        List<String> last = new ArrayList<>();
        var ratios = Pairs.measure(
                HELD_WARM_UPS,
                HELD,
                () -> {
                    SqlScript script = tape.watch(() -> sessions.correct(watched.next()));
                    whole.add(script.millis());
                    last.add(script.sql().getLast());
                    return script.lastMillis();
                },
                () -> {
                    SqlScript script = tape.record(() -> sessions.correct(recorded.next()));
                    script.play(pool);
                    return script.lastMillis();
                });
        report.ratio(
                "the head is held, from the last statement's start to the commit's end ÷ the same two by plain JDBC",
                ratios,
                "ms",
                new Limit.AtMost(1.5));
        var measured = whole.subList(HELD_WARM_UPS, whole.size());
        Collections.sort(measured);
        report.note("The whole transaction takes %s ms (median), of which the head is held %s ms."
                .formatted(Limit.plain(measured.get(measured.size() / 2)), Limit.plain(ratios.ours())));
        report.fact(
                "corrections whose last statement isn't the trail's",
                last.stream().filter(sql -> !sql.contains("audit_append")).count(),
                "",
                new Limit.AtMost(0));
    }

    private double savesWhileOneHangs(Iterator<DriverSession> next, List<Double> each) throws Exception {
        DriverSession hanging = next.next();
        hang.on(hanging.id());
        Thread other = Thread.ofPlatform().start(() -> {
            BenchSessions.signIn();
            sessions.correct(hanging);
        });
        hang.awaitHanging();
        double millis = saves(next, each);
        if (!other.isAlive()) {
            throw new IllegalStateException("the other was done before: it hung too short for so many saves");
        }
        other.join();
        return millis;
    }

    private double saves(Iterator<DriverSession> next, List<Double> each) throws Exception {
        double sum = 0;
        for (int i = 0; i < SAVES; i++) {
            DriverSession session = next.next();
            double millis = Figure.millis(() -> sessions.correct(session)).run();
            each.add(millis);
            sum += millis;
        }
        return sum;
    }

    /** Keeps one correction's transaction open for two seconds after all it writes but its trail entry. */
    @TestComponent
    static class Hang {

        private volatile @Nullable UUID session;
        private volatile CountDownLatch reached = new CountDownLatch(1);

        void on(UUID hanging) {
            reached = new CountDownLatch(1);
            session = hanging;
        }

        void awaitHanging() throws InterruptedException {
            reached.await();
        }

        @EventListener
        @Order
        void on(SessionCorrected corrected) throws InterruptedException {
            if (corrected.session().equals(session)) {
                reached.countDown();
                if (new CountDownLatch(1).await(HANGS.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody ends it");
                }
            }
        }
    }
}
