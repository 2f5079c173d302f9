package org.sessiondesk.worktime;

import java.time.LocalDate;
import java.util.List;

/** Days that are paid together, the first and the last counted in. */
public record PayPeriod(LocalDate first, LocalDate last) {

    public PayPeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    /** Each of its days. */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** Whether a day is one of its. */
    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
