package org.sessiondesk.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionConfirmations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what an attempt came to: attempt, session, delivery, gate and trail together, and only while the attempt is the
 * newest. Locks in that order: sessions by id, deliveries, the gate.
 */
@Component
class Results {

    private final DriverSessions sessions;
    private final SessionConfirmations confirmations;
    private final DeliveryRows deliveries;
    private final DuplicateRows duplicates;
    private final OnTimeIds ids;
    private final AttemptRows attempts;
    private final LateAnswers late;
    private final DeliverySettings settings;
    private final Gate gate;
    private final AuditTrail trail;
    private final LiveNews news;
    private final InstantSource clock;

    Results(
            DriverSessions sessions,
            SessionConfirmations confirmations,
            DeliveryRows deliveries,
            DuplicateRows duplicates,
            OnTimeIds ids,
            AttemptRows attempts,
            LateAnswers late,
            DeliverySettings settings,
            Gate gate,
            AuditTrail trail,
            LiveNews news,
            InstantSource clock) {
        this.sessions = sessions;
        this.confirmations = confirmations;
        this.deliveries = deliveries;
        this.duplicates = duplicates;
        this.ids = ids;
        this.attempts = attempts;
        this.late = late;
        this.settings = settings;
        this.gate = gate;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** Ends the attempt with that verdict. */
    @Transactional
    public void write(Attempt attempt, Verdict verdict) {
        lock(attempt, verdict);
        var open = deliveries.lockOpen(attempt.session());
        var now = clock.instant();
        var row = open.stream()
                .filter(delivery -> delivery.id().equals(attempt.delivery()))
                .findFirst()
                .filter(delivery -> delivery.newestAttempt() != null && delivery.newestAttempt() == attempt.id())
                .filter(delivery -> stillWaitsFor(delivery, verdict));
        if (row.isEmpty()) {
            late.write(attempt, verdict, open, now);
            news.tell(News.of(News.Topic.SESSION, attempt.session()));
            return;
        }
        var behind = open.stream()
                .filter(delivery -> delivery.is(DeliveryState.WAITING))
                .findFirst();
        // An earlier try is in OnTime: another one must not leave by itself, whatever became of this one. What waits
        // behind it stays there: found, it has older values.
        boolean mustLook =
                attempt.creates() && row.get().otherOntimeId() != null && !(verdict instanceof Verdict.Taken);
        switch (verdict) {
            case Verdict.Taken taken -> taken(attempt, row.get(), behind, taken, now);
            case Verdict.Refused refused -> refused(attempt, row.get(), behind, refused, now);
            case Verdict.Differs differs -> differs(attempt, row.get(), behind, differs, now);
            case Verdict.Again again -> {
                tried(attempt, row.get(), again, now);
                if (!mustLook) {
                    waits(attempt, row.get(), behind, again, now);
                }
                again.gate().tell(gate, Errand.SENDING);
            }
            case Verdict.Doubtful doubtful -> doubtful(attempt, row.get(), doubtful, now);
        }
        if (mustLook) {
            deliveries.change(
                    row.get().id(), DeliveryState.UNCERTAIN, DeliveryReason.LOOKING, words(verdict), now, now);
            deliveries.startLookUpsAnew(row.get().id());
        }
        var ofIt = News.of(News.Topic.SESSION, attempt.session());
        if (verdict instanceof Verdict.Again) {
            news.mention(ofIt);
        } else {
            news.tell(ofIt);
        }
    }

    /** A late answer still settles a create that was taken for uncertain. */
    private static boolean stillWaitsFor(DeliveryRow delivery, Verdict verdict) {
        return delivery.is(DeliveryState.SENDING)
                || (delivery.is(DeliveryState.UNCERTAIN) && verdict instanceof Verdict.Taken);
    }

    private void lock(Attempt attempt, Verdict verdict) {
        boolean gainsId = attempt.creates() && verdict instanceof Verdict.Taken;
        lockWithHolder(attempt.session(), gainsId ? ((Verdict.Taken) verdict).remote() : null);
    }

    /** Locks the session, and with it, in the order of ids, the one here that has the record's ID. */
    void lockWithHolder(UUID session, @Nullable UserSession remote) {
        var other = remote == null || remote.id() == null ? Optional.<UUID>empty() : ids.holderOf(remote.id());
        other.filter(id -> id.toString().compareTo(session.toString()) < 0).ifPresent(sessions::hold);
        sessions.hold(session);
    }

    private void taken(
            Attempt attempt, DeliveryRow row, Optional<DeliveryRow> behind, Verdict.Taken taken, Instant now) {
        var outcome = taken.exchange() == null ? Outcome.ALREADY_THERE : Outcome.ACCEPTED;
        attempts.finish(attempt.id(), outcome, null, taken.exchange(), now);
        accept(row, attempt.creates(), attempt.version(), taken.remote(), taken.reason(), behind, Actor.onTime(), now);
        if (taken.otherId() != null) {
            duplicates.note(row.id(), taken.otherId(), now);
        }
        if (taken.exchange() != null) {
            gate.answered(Errand.SENDING);
        } else if (taken.heard()) {
            gate.answered(Errand.READING);
        }
    }

    /**
     * Stores that OnTime has it, in the current transaction, with the session locked.
     *
     * @return whether OnTime holds other values than the newest, which are those that were sent
     */
    boolean accept(
            DeliveryRow row,
            boolean creates,
            long version,
            UserSession remote,
            DeliveryReason reason,
            Optional<DeliveryRow> behind,
            Actor actor,
            Instant now) {
        boolean differs;
        if (creates) {
            var id = remote.id();
            if (id == null) {
                throw new IllegalStateException("OnTime's record of a create has no ID");
            }
            differs = confirmations.created(row.session(), id, remote, version);
        } else {
            differs = confirmations.accepted(row.session(), version, remote);
        }
        var shown = differs && reason == DeliveryReason.TAKEN ? DeliveryReason.TAKEN_OTHERWISE : reason;
        deliveries.change(row.id(), DeliveryState.ACCEPTED, shown, null, now, null);
        // What OnTime holds now is what the next one starts from.
        behind.ifPresent(next -> deliveries.base(next.id(), remote.text()));
        trail.record(fact("delivery.accepted", row, actor)
                .detail("reason", shown)
                .detail("version", version)
                .detail("ontimeId", remote.id())
                .detail("differs", differs));
        return differs;
    }

    private void refused(
            Attempt attempt, DeliveryRow row, Optional<DeliveryRow> behind, Verdict.Refused refused, Instant now) {
        attempts.finish(attempt.id(), Outcome.REJECTED, refused.words(), refused.exchange(), now);
        settle(row, behind, DeliveryState.REJECTED, refused.reason(), refused.words(), now);
        trail.record(fact("delivery.rejected", row, Actor.onTime())
                .detail("reason", refused.reason())
                .detail("attempt", attempt.number())
                .detail("version", attempt.version())
                .text("words", refused.words()));
        gate.answered(refused.exchange() == null ? Errand.READING : Errand.SENDING);
    }

    private void differs(
            Attempt attempt, DeliveryRow row, Optional<DeliveryRow> behind, Verdict.Differs differs, Instant now) {
        attempts.finish(attempt.id(), Outcome.CONFLICT, null, differs.exchange(), now);
        if (differs.remote() != null) {
            confirmations.lastKnown(attempt.session(), differs.remote());
        }
        settle(row, behind, DeliveryState.CONFLICT, differs.reason(), null, now);
        if (differs.otherId() != null) {
            duplicates.note(row.id(), differs.otherId(), now);
        }
        trail.record(fact("delivery.conflict", row, Actor.onTime())
                .detail("reason", differs.reason())
                .detail("attempt", attempt.number())
                .detail("version", attempt.version()));
        if (differs.remote() != null) {
            gate.answered(Errand.READING);
        }
    }

    /** A newer correction that waits behind replaces what a person would have to decide. */
    private void settle(
            DeliveryRow row,
            Optional<DeliveryRow> behind,
            DeliveryState state,
            DeliveryReason reason,
            @Nullable String words,
            Instant now) {
        if (behind.isPresent()) {
            deliveries.change(row.id(), DeliveryState.WITHDRAWN, DeliveryReason.REPLACED, words, now, null);
            if (row.mayHaveArrived()) {
                deliveries.arrivalUnknown(behind.get().id(), true);
            }
        } else {
            deliveries.change(row.id(), state, reason, words, now, null);
        }
    }

    private void tried(Attempt attempt, DeliveryRow row, Verdict.Again again, Instant now) {
        attempts.finish(attempt.id(), again.outcome(), again.words(), again.exchange(), now);
        if (again.exchange() != null && mayHaveArrived(again.outcome())) {
            deliveries.arrivalUnknown(row.id(), true);
        }
    }

    /** It takes over what waits behind it. */
    private void waits(
            Attempt attempt, DeliveryRow row, Optional<DeliveryRow> behind, Verdict.Again again, Instant now) {
        behind.ifPresent(next -> deliveries.fold(next, row, now));
        // A closed gate holds it back; once that opens, it goes at once.
        var next = again.gate() instanceof GateSays.Close
                ? now
                : Objects.requireNonNullElseGet(again.notBefore(), () -> settings.tryAgain(now, attempt.number()));
        deliveries.change(row.id(), DeliveryState.WAITING, again.reason(), again.words(), now, next);
    }

    static boolean mayHaveArrived(Outcome outcome) {
        return outcome == Outcome.UNKNOWN || outcome == Outcome.TRY_LATER;
    }

    private void doubtful(Attempt attempt, DeliveryRow row, Verdict.Doubtful doubtful, Instant now) {
        attempts.finish(attempt.id(), Outcome.UNKNOWN, doubtful.words(), doubtful.exchange(), now);
        deliveries.change(row.id(), DeliveryState.UNCERTAIN, DeliveryReason.LOOKING, doubtful.words(), now, now);
        trail.record(fact("delivery.uncertain", row, Actor.system())
                .detail("attempt", attempt.number())
                .detail("version", attempt.version())
                .text("words", doubtful.words()));
        if (doubtful.outOfReach()) {
            gate.unreachable(doubtful.words());
        } else {
            gate.answered(Errand.SENDING);
        }
    }

    static long sentVersion(DeliveryRow row) {
        var version = row.sentVersion();
        if (version == null) {
            throw new IllegalStateException("delivery " + row.id() + " was never sent");
        }
        return version;
    }

    static Fact fact(String action, DeliveryRow row, Actor actor) {
        return Fact.of(action, actor).about("session", row.session()).about("delivery", row.id());
    }

    private static @Nullable String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused refused -> refused.words();
            case Verdict.Again again -> again.words();
            case Verdict.Doubtful doubtful -> doubtful.words();
            case Verdict.Taken _, Verdict.Differs _ -> null;
        };
    }
}
