package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.ontime.Exchange;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.sessiondesk.ontime.UserSession;

/** What an attempt came to, before it is written. */
sealed interface Verdict {

    /** The POST and what came back; null if nothing was sent. */
    @Nullable
    Exchange exchange();

    /**
     * Accepted: OnTime has it, and holds this.
     *
     * @param heard OnTime said so just now; else it is what was last known
     */
    record Taken(
            DeliveryReason reason,
            UserSession remote,
            @Nullable UUID otherId,
            @Nullable Exchange exchange,
            boolean heard)
            implements Verdict {

        Taken(DeliveryReason reason, UserSession remote, @Nullable UUID otherId, @Nullable Exchange exchange) {
            this(reason, remote, otherId, exchange, true);
        }
    }

    /** Rejected: a new correction starts again. */
    record Refused(
            DeliveryReason reason,
            @Nullable String words,
            @Nullable Exchange exchange) implements Verdict {}

    /**
     * Conflict: a person decides.
     *
     * @param remote OnTime's record, if it was read just now
     */
    record Differs(
            DeliveryReason reason,
            @Nullable UserSession remote,
            @Nullable UUID otherId,
            @Nullable Exchange exchange) implements Verdict {}

    /** Waiting: again later. */
    record Again(
            DeliveryReason reason,
            Outcome outcome,
            @Nullable String words,
            @Nullable Instant notBefore,
            GateSays gate,
            @Nullable Exchange exchange)
            implements Verdict {}

    /** Uncertain: a create that may have arrived. */
    record Doubtful(String words, boolean outOfReach, Exchange exchange) implements Verdict {}

    /** What the gate is to be told. */
    sealed interface GateSays {

        /** Tells it that. */
        default void tell(Gate gate, Errand errand) {
            switch (this) {
                case Nothing() -> {}
                case Reached() -> gate.answered(Errand.READING);
                case OutOfReach(String why) -> gate.unreachable(why);
                case Close(var why, String words) -> gate.close(errand, why, words);
                case Pause(Instant until) -> gate.pause(until);
            }
        }

        record Nothing() implements GateSays {}

        /** OnTime answered a reading, if with nothing that can be used. */
        record Reached() implements GateSays {}

        record OutOfReach(String why) implements GateSays {}

        record Close(NotAuthorisedWhy why, String words) implements GateSays {}

        record Pause(Instant until) implements GateSays {}
    }
}
