package org.sessiondesk.payroll;

import java.time.LocalDate;
import java.util.Optional;

/** Asked before a day rule changes: what counts on a settled day may not. A room above answers. */
public interface LastSettledDay {

    /** The last day that stands signed, whosever it is, or lies in a closed pay period; empty if there is none. */
    Optional<LocalDate> lastSettled();
}
