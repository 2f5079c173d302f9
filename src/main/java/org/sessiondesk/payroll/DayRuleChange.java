package org.sessiondesk.payroll;

import java.time.LocalDate;

/** What became of another day rule. */
public sealed interface DayRuleChange {

    /** It holds for sessions that begin on its day or later. */
    record Applied() implements DayRuleChange {}

    /** Nothing would be different. */
    record Same() implements DayRuleChange {}

    /** A later day is signed or closed: nothing was changed. */
    record TooEarly(LocalDate earliest) implements DayRuleChange {}

    /** Nobody plans so far ahead, or so far back: nothing was changed. */
    record OutOfReach(LocalDate first, LocalDate last) implements DayRuleChange {}

    /** Somebody set rules since these were looked at: nothing was changed. */
    record Overtaken() implements DayRuleChange {}
}
