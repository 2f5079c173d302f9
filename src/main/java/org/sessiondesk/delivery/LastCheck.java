package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.delivery.Verdict.GateSays;

/**
 * Asked right before an attempt's request leaves: it must still be the newest, and the gate mustn't have closed since it was
 * let through. Knows afterwards what becomes of an attempt that may not leave.
 */
final class LastCheck implements BooleanSupplier {

    private final Attempts attempts;
    private final Attempt attempt;
    private final boolean probe;
    private Verdict instead = notSent(DeliveryReason.TRY_LATER, null);

    /**
     * @param probe it is the one request that a closed gate lets through
     */
    LastCheck(Attempts attempts, Attempt attempt, boolean probe) {
        this.attempts = attempts;
        this.attempt = attempt;
        this.probe = probe;
    }

    @Override
    public boolean getAsBoolean() {
        var standing = attempts.standing(attempt);
        if (!standing.newest()) {
            return false;
        }
        if (standing.pausedUntil() != null) {
            instead = notSent(DeliveryReason.LIMIT_REACHED, standing.pausedUntil());
            return false;
        }
        if (standing.closed() && !probe) {
            // Once the gate opens, it goes at once.
            instead = notSent(DeliveryReason.NOT_AUTHORISED, standing.asked());
            return false;
        }
        return true;
    }

    /** Of an attempt that didn't leave. If a newer one took over, it is dropped. */
    Verdict instead() {
        return instead;
    }

    private static Verdict notSent(DeliveryReason reason, @Nullable Instant notBefore) {
        return new Verdict.Again(reason, Outcome.NOT_SENT, null, notBefore, new GateSays.Nothing(), null);
    }
}
