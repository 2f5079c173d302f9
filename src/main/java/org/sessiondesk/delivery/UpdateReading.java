package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.UUID;
import org.sessiondesk.connection.SessionReading;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.springframework.stereotype.Component;

/** Reads the record before an update is sent, where the site allows it. */
@Component
class UpdateReading {

    private final OnTimeClient ontime;
    private final Attempts attempts;
    private final OnTimeSettings settings;
    private final SessionReading sessionReading;

    UpdateReading(OnTimeClient ontime, Attempts attempts, OnTimeSettings settings, SessionReading sessionReading) {
        this.ontime = ontime;
        this.attempts = attempts;
        this.settings = settings;
        this.sessionReading = sessionReading;
    }

    /** What the reading gave. */
    sealed interface Result {

        /** OnTime's record of now. */
        record Got(UserSession record) implements Result {}

        /** Not to be read: the update goes by what was last known. */
        record Skipped() implements Result {}

        /** The attempt ends here. */
        record Ends(Verdict verdict) implements Result {}
    }

    Result read(Attempt attempt, UUID ontimeId) {
        boolean reads = isRead(settings, attempt.vanished()) && !sessionReading.isForbidden();
        return reads ? readNow(attempt, ontimeId) : new Result.Skipped();
    }

    /** A vanished one is read wherever reading is allowed: a POST might bring it back, and nobody decided that. */
    static boolean isRead(OnTimeSettings settings, boolean vanished) {
        return settings.read() && (settings.readBeforeUpdate() || vanished);
    }

    /** As {@link #read}, whatever the setting says. */
    Result readNow(Attempt attempt, UUID ontimeId) {
        return switch (ontime.session(ontimeId, reading -> attempts.keep(attempt.id(), reading))) {
            case ReadAnswer.Found<UserSession>(UserSession record) -> new Result.Got(record);
            case ReadAnswer.Forbidden<UserSession>(String words) -> {
                sessionReading.forbidden(words);
                yield new Result.Skipped();
            }
            case ReadAnswer.NotThere<UserSession> _ -> new Result.Ends(notThere(attempt));
            case ReadAnswer.NotAuthorised<UserSession>(String words, var why) -> new Result.Ends(closed(why, words));
            case ReadAnswer.LimitReached<UserSession>(var until) -> new Result.Ends(limit(until));
            case ReadAnswer.TryLater<UserSession>(String why) -> new Result.Ends(outOfReach(why));
            case ReadAnswer.Malformed<UserSession>(String reason, var _) -> new Result.Ends(later(reason));
        };
    }

    /** Either this record is gone or the address is wrong, which a list tells: a wrong one mustn't burn deliveries. */
    private Verdict notThere(Attempt attempt) {
        var lastKnown = attempt.lastKnown();
        var user = lastKnown == null ? null : lastKnown.userId();
        var since = lastKnown == null ? null : lastKnown.logInTime();
        return switch (ontime.sessionIds(user, since, reading -> attempts.keep(attempt.id(), reading))) {
            case ReadAnswer.Found<?> _, ReadAnswer.Forbidden<?> _ ->
                new Verdict.Refused(DeliveryReason.NOT_THERE, null, null);
            case ReadAnswer.NotThere<?> _ ->
                closed(NotAuthorisedWhy.WRONG_ADDRESS, "OnTime answers 404 to every reading");
            case ReadAnswer.NotAuthorised<?>(String words, var why) -> closed(why, words);
            case ReadAnswer.LimitReached<?>(Instant until) -> limit(until);
            case ReadAnswer.TryLater<?>(String why) -> outOfReach(why);
            case ReadAnswer.Malformed<?> _ -> later("OnTime doesn't find the record");
        };
    }

    private static Verdict closed(NotAuthorisedWhy why, String words) {
        return new Verdict.Again(
                DeliveryReason.NOT_AUTHORISED,
                Outcome.NOT_AUTHORISED,
                words,
                null,
                new GateSays.Close(why, words),
                null);
    }

    private static Verdict limit(Instant until) {
        return new Verdict.Again(
                DeliveryReason.LIMIT_REACHED, Outcome.LIMIT_REACHED, null, until, new GateSays.Pause(until), null);
    }

    private static Verdict outOfReach(String why) {
        return new Verdict.Again(
                DeliveryReason.TRY_LATER, Outcome.TRY_LATER, why, null, new GateSays.OutOfReach(why), null);
    }

    /** OnTime is there; this record can't be read. */
    private static Verdict later(String why) {
        return new Verdict.Again(DeliveryReason.TRY_LATER, Outcome.TRY_LATER, why, null, new GateSays.Reached(), null);
    }
}
