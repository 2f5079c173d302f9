package org.sessiondesk.ontime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many calls OnTime's headers say are left, each limit as newest seen. A part that was never seen, or came as
 * garbage only, is null.
 *
 * @param seenAt when the newest header came
 */
public record Limits(@Nullable Allowance daily, @Nullable Allowance monthly, Instant seenAt) {

    /**
     * One limit.
     *
     * @param reset when the count starts anew
     */
    public record Allowance(
            @Nullable Long limit,
            @Nullable Long remaining,
            @Nullable Instant reset) {

        /** Nothing is left, and the reset is still to come or unknown. */
        public boolean exhausted(Instant now) {
            return remaining != null && remaining <= 0 && stillCounts(now);
        }

        /** Under a tenth is left, and the reset is still to come or unknown: readers pause, corrections go on. */
        public boolean low(Instant now) {
            return remaining != null && limit != null && remaining * 10 < limit && stillCounts(now);
        }

        private boolean stillCounts(Instant now) {
            return reset == null || reset.isAfter(now);
        }
    }

    /** Whether nothing is left of either limit. */
    public boolean exhausted(Instant now) {
        return (daily != null && daily.exhausted(now)) || (monthly != null && monthly.exhausted(now));
    }

    /** Whether either limit is under a tenth. */
    public boolean low(Instant now) {
        return (daily != null && daily.low(now)) || (monthly != null && monthly.low(now));
    }
}
