package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.connection.Pass;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.ontime.OnTimeAnswer;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.springframework.stereotype.Component;

/** Sends what is due for one session. No transaction is open while OnTime is talked to. */
@Component
class DeliveryWorker {

    private final Gate gate;
    private final Attempts attempts;
    private final Results results;
    private final UpdateReading reading;
    private final CreateLookUp lookUp;
    private final OnTimeClient ontime;
    private final UserSessionText texts;
    private final DueWork due;
    private final OnTimeIds ids;
    private final LateLandings landings;

    DeliveryWorker(
            Gate gate,
            Attempts attempts,
            Results results,
            UpdateReading reading,
            CreateLookUp lookUp,
            OnTimeClient ontime,
            UserSessionText texts,
            DueWork due,
            OnTimeIds ids,
            LateLandings landings) {
        this.gate = gate;
        this.attempts = attempts;
        this.results = results;
        this.reading = reading;
        this.lookUp = lookUp;
        this.ontime = ontime;
        this.texts = texts;
        this.due = due;
        this.ids = ids;
        this.landings = landings;
    }

    /**
     * Does what is due, at most one request that changes something in OnTime.
     *
     * @return whether the gate let it through, or nothing was due
     */
    boolean run(UUID session) {
        var errand = due.at(session);
        if (errand.isEmpty()) {
            return true;
        }
        var pass = gate.ask(errand.get());
        if (pass instanceof Pass.Wait) {
            return false;
        }
        var work = attempts.begin(session);
        if (work instanceof Work.LookAgain) {
            work = attempts.begin(session);
        }
        switch (work) {
            case Work.None _, Work.LookAgain _ -> {}
            case Work.Send(Attempt attempt) -> {
                var check = new LastCheck(attempts, attempt, pass instanceof Pass.Probe);
                results.write(attempt, send(attempt, check));
            }
            case Work.Find find -> lookUp.look(find);
        }
        return true;
    }

    private Verdict send(Attempt attempt, LastCheck check) {
        var id = attempt.ontimeId();
        return id == null ? create(attempt, check) : update(attempt, id, check);
    }

    private Verdict create(Attempt attempt, LastCheck check) {
        var body = texts.create(attempt.wanted());
        if (!attempts.freeze(attempt, body)) {
            return check.instead();
        }
        return switch (ontime.post(body, null, check)) {
            case OnTimeAnswer.Accepted(UserSession remote, var exchange)
            when remote.id() != null && ids.isFree(remote.id(), attempt.session()) ->
                new Verdict.Taken(DeliveryReason.TAKEN, remote, null, exchange);
            case OnTimeAnswer.Accepted(var _, var exchange) ->
                new Verdict.Doubtful("OnTime answered with a session that is known here already", false, exchange);
            case OnTimeAnswer.Unknown(String why, var _, var exchange) -> new Verdict.Doubtful(why, true, exchange);
            case OnTimeAnswer.Superseded _ -> check.instead();
            case OnTimeAnswer other -> common(other);
        };
    }

    private Verdict update(Attempt attempt, UUID id, LastCheck check) {
        var read = reading.read(attempt, id);
        if (read instanceof UpdateReading.Result.Ends(Verdict verdict)) {
            return verdict;
        }
        var record = read instanceof UpdateReading.Result.Got(UserSession now) ? now : attempt.lastKnown();
        if (record == null) {
            throw new IllegalStateException("session " + attempt.session() + " has an OnTime ID and no record");
        }
        if (read instanceof UpdateReading.Result.Got) {
            landings.arrived(attempt, record);
        }
        var wanted = attempt.wanted().writtenOver(record.values());
        return switch (Comparison.of(record, attempt.base(), attempt.unanswered(), wanted)) {
            // What was last known doesn't say what a try without an answer left there.
            case Comparison.AsWanted _
            when read instanceof UpdateReading.Result.Skipped
                    && !attempt.unanswered().isEmpty() -> post(attempt, id, record, check);
            case Comparison.AsWanted _ ->
                new Verdict.Taken(
                        whyAsWanted(attempt, record), record, null, null, read instanceof UpdateReading.Result.Got);
            case Comparison.Changed _ when landings.explains(attempt, record) -> post(attempt, id, record, check);
            case Comparison.Changed _ -> new Verdict.Differs(DeliveryReason.CHANGED_IN_ONTIME, record, null, null);
            case Comparison.Unchanged _, Comparison.ArrivedEarlier _ -> post(attempt, id, record, check);
        };
    }

    private static DeliveryReason whyAsWanted(Attempt attempt, UserSession record) {
        boolean ours = attempt.unanswered().stream()
                .anyMatch(sent -> sent.values().differences(record.values()).isEmpty());
        return ours ? DeliveryReason.ARRIVED_EARLIER : DeliveryReason.ALREADY_THERE;
    }

    private Verdict post(Attempt attempt, UUID id, UserSession record, LastCheck check) {
        var wanted = attempt.wanted().writtenOver(record.values());
        var body = texts.body(record.text(), wanted, wanted.differences(record.values()));
        if (!attempts.freeze(attempt, body)) {
            return check.instead();
        }
        return switch (ontime.post(body, id, check)) {
            case OnTimeAnswer.Accepted(UserSession remote, var exchange) ->
                new Verdict.Taken(DeliveryReason.TAKEN, remote, null, exchange);
            case OnTimeAnswer.Unknown(var _, UserSession other, var exchange)
            when other != null -> otherId(attempt, id, other, exchange);
            case OnTimeAnswer.Unknown(String why, var _, var exchange) ->
                new Verdict.Again(
                        DeliveryReason.NO_ANSWER, Outcome.UNKNOWN, why, null, new GateSays.OutOfReach(why), exchange);
            case OnTimeAnswer.Superseded _ -> check.instead();
            case OnTimeAnswer other -> common(other);
        };
    }

    /** Sent again it might double once more: only the record itself can say that all is well. */
    private Verdict otherId(Attempt attempt, UUID id, UserSession other, org.sessiondesk.ontime.Exchange exchange) {
        @Nullable UserSession record = null;
        switch (reading.readNow(attempt, id)) {
            case UpdateReading.Result.Got(UserSession now) -> record = now;
            case UpdateReading.Result.Ends(Verdict.Again again) -> again.gate().tell(gate, Errand.READING);
            case UpdateReading.Result.Ends _, UpdateReading.Result.Skipped _ -> {}
        }
        return record != null
                        && attempt.wanted()
                                .writtenOver(record.values())
                                .differences(record.values())
                                .isEmpty()
                ? new Verdict.Taken(DeliveryReason.TAKEN_WITH_OTHER_ID, record, other.id(), exchange)
                : new Verdict.Differs(DeliveryReason.OTHER_ID, record, other.id(), exchange);
    }

    private static Verdict common(OnTimeAnswer answer) {
        return switch (answer) {
            case OnTimeAnswer.Rejected(String words, var exchange) ->
                new Verdict.Refused(DeliveryReason.REFUSED, words, exchange);
            case OnTimeAnswer.NotAuthorised(String words, var why, var exchange) ->
                new Verdict.Again(
                        DeliveryReason.NOT_AUTHORISED,
                        Outcome.NOT_AUTHORISED,
                        words,
                        exchange.started(),
                        new GateSays.Close(why, words),
                        exchange);
            case OnTimeAnswer.LimitReached(Instant until, var exchange) ->
                new Verdict.Again(
                        DeliveryReason.LIMIT_REACHED,
                        Outcome.LIMIT_REACHED,
                        null,
                        until,
                        new GateSays.Pause(until),
                        exchange);
            case OnTimeAnswer.TryLater(String why, var exchange) ->
                new Verdict.Again(
                        DeliveryReason.TRY_LATER, Outcome.TRY_LATER, why, null, new GateSays.OutOfReach(why), exchange);
            case OnTimeAnswer.Accepted _, OnTimeAnswer.Unknown _, OnTimeAnswer.Superseded _ ->
                throw new IllegalStateException("handled before: " + answer);
        };
    }
}
