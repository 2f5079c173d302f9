package org.sessiondesk.payroll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worktime.DayRule;

/**
 * What is set, and by whom.
 *
 * @param by who set calendar or rounding last; nobody yet if absent
 * @param at when
 * @param rules the day rules that somebody set, the first first
 * @param earliest the first day from which another rule may hold
 * @param today of the site
 */
public record PayStanding(
        PaySetting setting,
        @Nullable UUID by,
        @Nullable Instant at,
        List<SetRule> rules,
        LocalDate earliest,
        LocalDate today) {

    public PayStanding {
        rules = List.copyOf(rules);
    }

    /** A rule and who set it. */
    public record SetRule(LocalDate validFrom, DayRule rule, UUID by, Instant at) {}
}
