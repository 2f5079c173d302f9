package org.sessiondesk.roster;

import java.util.List;

/** What became of a payroll number that somebody gave a driver. */
public sealed interface NumberOutcome {

    /**
     * It stands.
     *
     * @param alsoOf who else has it: perhaps the same person, perhaps a slip
     */
    record Saved(List<Driver> alsoOf) implements NumberOutcome {}

    /** It stood so already. */
    record Same() implements NumberOutcome {}

    /** It can be none: signs that no payroll number has, or too long. */
    record Impossible() implements NumberOutcome {}

    /** OnTime knows no such user. */
    record NoDriver() implements NumberOutcome {}
}
