package org.sessiondesk.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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

    /** Those of its days that are among these. */
    public Stream<LocalDate> within(Days these) {
        var from = these.first().isBefore(first) ? first : these.first();
        var to = these.last().isAfter(last) ? last : these.last();
        return to.isBefore(from) ? Stream.empty() : new Days(from, to).stream();
    }

    /** Whether a day is one of its. */
    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
