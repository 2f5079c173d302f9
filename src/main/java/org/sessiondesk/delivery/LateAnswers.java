package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionConfirmations;
import org.springframework.stereotype.Component;

/**
 * What follows from an answer whose attempt was given up and taken over, after a freeze say. Its values are applied
 * nowhere. But OnTime may have taken them after newer ones, so what it has is compared and the newest sent again; and a
 * create that arrived after all must not leave twice. In the result's transaction, the session and its deliveries locked.
 */
@Component
class LateAnswers {

    private final DriverSessions sessions;
    private final SessionConfirmations confirmations;
    private final DeliveryRows deliveries;
    private final DuplicateRows duplicates;
    private final OnTimeIds ids;
    private final AttemptRows attempts;
    private final DeliveryTasks tasks;
    private final AuditTrail trail;

    LateAnswers(
            DriverSessions sessions,
            SessionConfirmations confirmations,
            DeliveryRows deliveries,
            DuplicateRows duplicates,
            OnTimeIds ids,
            AttemptRows attempts,
            DeliveryTasks tasks,
            AuditTrail trail) {
        this.sessions = sessions;
        this.confirmations = confirmations;
        this.deliveries = deliveries;
        this.duplicates = duplicates;
        this.ids = ids;
        this.attempts = attempts;
        this.tasks = tasks;
        this.trail = trail;
    }

    /** What is done about a late answer, for the trail. */
    enum Then {
        /** OnTime's record is read, and the newest values are sent again if they don't stand there. */
        COMPARED,
        /** Nothing was heard of it until a reading found its values; the newest are sent again. */
        FOUND_IN_ONTIME,
        /** The person who decides about the refused or contradicted delivery is asked; what stands is sent. */
        LEFT_TO_A_PERSON,
        /** The session has its OnTime ID by it. */
        IDENTIFIED,
        /** A possible duplicate, shown to a person. */
        DUPLICATE
    }

    void write(Attempt attempt, Verdict verdict, List<DeliveryRow> open, Instant now) {
        attempts.finish(attempt.id(), Outcome.UNKNOWN, null, verdict.exchange(), now);
        var session = sessions.find(attempt.session()).orElse(null);
        if (session == null || !mayStand(verdict)) {
            return;
        }
        if (!attempt.creates()) {
            attempts.late(attempt.id(), now);
            record(attempt, update(attempt, session, open, now), attempt.ontimeId());
        } else if (verdict instanceof Verdict.Taken taken) {
            attempts.late(attempt.id(), now);
            var id = Objects.requireNonNull(taken.remote().id());
            if (!id.equals(session.ontimeId())) {
                record(attempt, create(attempt, session, taken.remote(), id, open, now), id);
            }
        }
    }

    /** Whether what was sent may stand in OnTime; a refusal says that it doesn't. */
    private static boolean mayStand(Verdict verdict) {
        return verdict.exchange() != null
                && switch (verdict) {
                    case Verdict.Taken _, Verdict.Differs _ -> true;
                    case Verdict.Again again -> Results.mayHaveArrived(again.outcome());
                    case Verdict.Refused _, Verdict.Doubtful _ -> false;
                };
    }

    private Then update(Attempt attempt, DriverSession session, List<DeliveryRow> open, Instant now) {
        var waiting = first(open, DeliveryState.WAITING);
        var undecided = first(open, DeliveryState.CONFLICT).or(() -> first(open, DeliveryState.REJECTED));
        if (waiting.isPresent()) {
            deliveries.arrivalUnknown(waiting.get().id(), true);
            return Then.COMPARED;
        }
        if (undecided.isPresent()) {
            deliveries.arrivalUnknown(undecided.get().id(), true);
            return Then.LEFT_TO_A_PERSON;
        }
        var lastKnown = Objects.requireNonNull(session.lastKnown(), "an update was of a record");
        // Behind one that is being sent, what OnTime changed since that one's base is still for a person to decide.
        var base =
                first(open, DeliveryState.SENDING).map(DeliveryRow::baseRecord).orElse(lastKnown.text());
        queueAgain(attempt.delivery(), attempt.session(), base, now);
        return Then.COMPARED;
    }

    private Then create(
            Attempt attempt, DriverSession session, UserSession remote, UUID id, List<DeliveryRow> open, Instant now) {
        var underWay = first(open, DeliveryState.SENDING).or(() -> first(open, DeliveryState.UNCERTAIN));
        boolean mayTake = session.ontimeId() == null && !session.discarded() && underWay.isEmpty();
        if (mayTake && ids.isFree(id, session.id())) {
            confirmations.created(session.id(), id, remote, attempt.version());
            open.forEach(row -> deliveries.updates(row.id(), remote.text()));
            return Then.IDENTIFIED;
        }
        duplicates.note(underWay.map(DeliveryRow::id).orElse(attempt.delivery()), id, now);
        underWay.filter(row -> row.is(DeliveryState.UNCERTAIN)).ifPresent(row -> {
            // It is known now where to look.
            deliveries.change(row.id(), DeliveryState.UNCERTAIN, DeliveryReason.LOOKING, null, now, now);
            deliveries.startLookUpsAnew(row.id());
            tasks.put(session.id(), now);
        });
        return Then.DUPLICATE;
    }

    /** The record that stands in OnTime has older values than the portal: those are sent. */
    void sendNewest(DeliveryRow row, UserSession remote, Instant now) {
        queueAgain(row.id(), row.session(), remote.text(), now);
    }

    private void queueAgain(UUID delivery, UUID session, String base, Instant now) {
        deliveries.queueAgain(delivery, base, now);
        tasks.put(session, now);
    }

    private void record(Attempt attempt, Then then, @Nullable UUID ontimeId) {
        trail.record(Fact.of("delivery.late", Actor.onTime())
                .about("session", attempt.session())
                .about("delivery", attempt.delivery())
                .detail("attempt", attempt.number())
                .detail("version", attempt.version())
                .detail("ontimeId", ontimeId)
                .detail("then", then));
    }

    private static Optional<DeliveryRow> first(List<DeliveryRow> open, DeliveryState state) {
        return open.stream().filter(row -> row.is(state)).findFirst();
    }
}
