package org.sessiondesk.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.Exchange;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an attempt before the answer, each its own commit; no HTTP runs inside one. */
@Component
class Attempts {

    /** Which process it was, for the evidence. */
    private final String instance = "process " + ProcessHandle.current().pid();

    private final DriverSessions sessions;
    private final DeliveryRows deliveries;
    private final AttemptRows attempts;
    private final UserSessionText texts;
    private final LiveNews news;
    private final InstantSource clock;

    Attempts(
            DriverSessions sessions,
            DeliveryRows deliveries,
            AttemptRows attempts,
            UserSessionText texts,
            LiveNews news,
            InstantSource clock) {
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.texts = texts;
        this.news = news;
        this.clock = clock;
    }

    /** Locks the session and begins what is due. */
    @Transactional
    public Work begin(UUID id) {
        var session = sessions.lock(id).orElse(null);
        if (session == null) {
            return new Work.None();
        }
        var open = deliveries.lockOpen(id);
        var now = clock.instant();
        var ahead = first(open, DeliveryState.SENDING).or(() -> first(open, DeliveryState.UNCERTAIN));
        if (ahead.isPresent()) {
            return workAhead(ahead.get(), first(open, DeliveryState.WAITING), now);
        }
        var waiting = first(open, DeliveryState.WAITING).filter(row -> row.dueAt(now));
        if (waiting.isEmpty()) {
            return new Work.None();
        }
        return new Work.Send(number(waiting.get(), session, now));
    }

    private Work workAhead(DeliveryRow ahead, Optional<DeliveryRow> behind, Instant now) {
        if (ahead.is(DeliveryState.SENDING)) {
            // A session has one task: whoever sent this is dead, or taken for dead and will find its number outdated.
            giveUp(ahead, behind, now);
            return new Work.LookAgain();
        }
        var driver = ahead.sentDriver();
        var logIn = ahead.sentLogIn();
        var attempt = ahead.newestAttempt();
        return ahead.dueAt(now) && driver != null && logIn != null && attempt != null
                ? new Work.Find(ahead.id(), ahead.session(), attempt, driver, logIn, ahead.otherOntimeId())
                : new Work.None();
    }

    private void giveUp(DeliveryRow dead, Optional<DeliveryRow> behind, Instant now) {
        boolean sent = dead.newestAttempt() == null || attempts.giveUp(dead.newestAttempt(), now);
        if (dead.sentDriver() != null && (sent || dead.otherOntimeId() != null)) {
            deliveries.change(dead.id(), DeliveryState.UNCERTAIN, DeliveryReason.LOOKING, null, now, now);
        } else {
            behind.ifPresent(row -> deliveries.fold(row, dead, now));
            if (sent) {
                deliveries.arrivalUnknown(dead.id(), true);
            }
            var reason = sent ? DeliveryReason.NO_ANSWER : DeliveryReason.TRY_LATER;
            deliveries.change(dead.id(), DeliveryState.WAITING, reason, null, now, now);
        }
        news.tell(News.of(News.Topic.SESSION, dead.session()));
    }

    private Attempt number(DeliveryRow row, DriverSession session, Instant now) {
        boolean creates = session.ontimeId() == null;
        var unanswered = row.mayHaveArrived() ? sent(session.id()) : List.<Comparison.Sent>of();
        long id = attempts.begin(row, session.version(), creates ? session.values() : null, instance, now);
        news.mention(News.of(News.Topic.SESSION, session.id()));
        return new Attempt(
                id,
                row.id(),
                session.id(),
                row.attempts() + 1,
                session.version(),
                session.ontimeId(),
                session.vanishedAt() != null,
                session.values().toWire(),
                session.lastKnown(),
                row.baseRecord() == null ? null : read(row.baseRecord()),
                unanswered);
    }

    private List<Comparison.Sent> sent(UUID session) {
        return attempts.unanswered(session).stream()
                .flatMap(attempt -> Optional.ofNullable(read(attempt.body())).stream()
                        .map(record -> new Comparison.Sent(attempt.version(), record.values())))
                .toList();
    }

    private @Nullable UserSession read(String text) {
        return texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session) ? session : null;
    }

    /** Keeps what is about to leave; false if a newer attempt took over. One statement, so that it commits by itself. */
    public boolean freeze(Attempt attempt, String body) {
        return attempts.freeze(attempt.id(), attempt.delivery(), body, clock.instant());
    }

    /** Keeps at once what was read for an attempt: it is evidence, whatever becomes of this process. One statement, too. */
    public void keep(long attempt, Exchange reading) {
        attempts.keep(attempt, reading);
    }

    /** How things stand right before the attempt's request leaves. */
    public AttemptRows.Standing standing(Attempt attempt) {
        return attempts.standing(attempt.id(), attempt.delivery(), clock.instant());
    }

    private static Optional<DeliveryRow> first(List<DeliveryRow> rows, DeliveryState state) {
        return rows.stream().filter(row -> row.is(state)).findFirst();
    }
}
