package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.Limits.Allowance;

/**
 * How many calls one day's comparison may use: half of what readers may use that day. The other half stays for lists,
 * open sessions and new ones; the last tenth of a limit is the corrections' own.
 */
final class ComparisonBudget {

    /** Of a month of 100,000 without its last tenth, half a day's share; where OnTime tells no limits. */
    static final int WITHOUT_LIMITS = 1_500;

    /** No window holds more. */
    private static final long MOST = 1_000_000;

    private ComparisonBudget() {}

    static int of(@Nullable Limits limits, Instant now) {
        long budget = Long.MAX_VALUE;
        if (limits != null && limits.daily() != null) {
            budget = Math.min(budget, share(limits.daily(), now, 1));
        }
        if (limits != null && limits.monthly() != null) {
            var reset = limits.monthly().reset();
            long days = reset == null ? 31 : Duration.between(now, reset).toDays() + 1;
            budget = Math.min(budget, share(limits.monthly(), now, Math.max(1, days)));
        }
        return budget == Long.MAX_VALUE ? WITHOUT_LIMITS : Math.toIntExact(Math.clamp(budget, 1, MOST));
    }

    private static long share(Allowance allowance, Instant now, long days) {
        Long limit = allowance.limit();
        Long remaining = allowance.remaining();
        if (limit == null || remaining == null) {
            return Long.MAX_VALUE;
        }
        var reset = allowance.reset();
        long left = reset != null && !reset.isAfter(now) ? limit : remaining;
        return (left - limit / 10) / days / 2;
    }
}
