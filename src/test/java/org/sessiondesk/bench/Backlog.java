package org.sessiondesk.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.sessiondesk.finding.check.RecheckLoop;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.testing.Example;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Sessions that OnTime has, of which each gets one more correction before a drain, all in one transaction. Whoever
 * drains finds the same rows. Import it into a bench.
 */
@TestComponent
class Backlog {

    private static final Instant FIRST = Instant.parse("2026-06-02T13:58:07Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SessionIntake intake;
    private final DriverSessions sessions;
    private final SessionCorrections corrections;
    private final UserSessionText texts;
    private final Scheduler queue;
    private final RecheckLoop findings;
    private final JdbcClient jdbc;
    private final List<UUID> filled = new ArrayList<>();
    private int endMileage = 52_310;

    Backlog(
            SessionIntake intake,
            DriverSessions sessions,
            SessionCorrections corrections,
            UserSessionText texts,
            Scheduler queue,
            RecheckLoop findings,
            JdbcClient jdbc) {
        this.intake = intake;
        this.sessions = sessions;
        this.corrections = corrections;
        this.texts = texts;
        this.queue = queue;
        this.findings = findings;
        this.jdbc = jdbc;
    }

    /** The settings that lead a portal to it; what is corrected leaves at once. */
    static void connect(DynamicPropertyRegistry settings, LocalOnTime ontime) {
        settings.add("sessiondesk.ontime.base-url", ontime::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> LocalOnTime.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> LocalOnTime.KEY);
        settings.add("sessiondesk.ontime.read", () -> "true");
        settings.add("sessiondesk.ontime.read-interval", () -> "24h");
        settings.add("sessiondesk.delivery.grace", () -> "0s");
        settings.add("sessiondesk.delivery.longest-grace", () -> "0s");
    }

    /** So many sessions, in OnTime and read from it; nothing leaves until {@link #drain}. */
    void read(int many, LocalOnTime ontime) {
        BenchSessions.signIn();
        queue.pause();
        for (int i = 0; i < many; i++) {
            var record = record(filled.size());
            var id = Objects.requireNonNull(record.id());
            ontime.put(id, record.text());
            intake.take(List.of(new SessionIntake.Read(record, null)));
            filled.add(sessions.findByOntimeId(id).orElseThrow().id());
        }
    }

    /** Corrects the first so many once more. */
    List<UUID> correct(int many) {
        endMileage++;
        var each = filled.subList(0, many);
        var commands = each.stream()
                .map(id -> Example.endMileage(sessions.find(id).orElseThrow(), endMileage, null))
                .toList();
        if (!corrections.apply(commands).stream().allMatch(Saved.class::isInstance)) {
            throw new IllegalStateException("not saved");
        }
        return each;
    }

    /** The portal's own queue sends everything. Nobody judges the sessions beside: Recheck measures that. */
    void drain() throws InterruptedException {
        findings.stop();
        queue.resume();
        queue.triggerCheckForDueExecutions();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (open() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(open() + " are still waiting");
            }
            Thread.sleep(Duration.ofMillis(10));
        }
        queue.pause();
    }

    /** Corrects so many, drains them, and says how many a second. */
    double perSecond(int many, Work drain) throws Exception {
        correct(many);
        return many * 1_000 / Figure.millis(drain).run();
    }

    /** Corrects the first while the queue runs; tells the milliseconds from the commit to the POST. */
    double untilPosted(LocalOnTime ontime) throws InterruptedException {
        var id = Objects.requireNonNull(
                sessions.find(filled.getFirst()).orElseThrow().ontimeId());
        var before = ontime.posted(id);
        correct(1);
        long committed = System.nanoTime();
        long end = committed + PATIENCE.toNanos();
        while (open() > 0 || Objects.equals(before, ontime.posted(id))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing was sent");
            }
            Thread.sleep(Duration.ofMillis(10));
        }
        return (Objects.requireNonNull(ontime.posted(id)) - committed) / 1e6;
    }

    /** The queue runs, as in a portal that nobody has stopped. */
    void run() {
        queue.resume();
    }

    /** Everything arrived, and OnTime has what the portal has. */
    void checkAllAccepted(LocalOnTime ontime) {
        var wrong = jdbc.sql("select count(*) from delivery where state <> 'ACCEPTED'")
                .query(Long.class)
                .single();
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " are not accepted");
        }
        for (var id : filled) {
            var session = sessions.find(id).orElseThrow();
            var there = ontime.record(Objects.requireNonNull(session.ontimeId()));
            if (!there.contains("\"EndMileage\":" + session.values().endMileage())) {
                throw new IllegalStateException(there + " is not " + session.values());
            }
        }
    }

    private long open() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'delivery'")
                .query(Long.class)
                .single();
    }

    private UserSession record(int n) {
        Instant logIn = FIRST.plus(Duration.ofMinutes(n));
        String text = """
                {"ID":"%s","UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s",\
                "StartMileage":52310,"EndMileage":52310}""".formatted(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), logIn, logIn.plus(Duration.ofHours(8)));
        if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session)) {
            return session;
        }
        throw new IllegalStateException(text);
    }
}
