package org.sessiondesk.worktime;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Days that follow each other, the first and the last counted in. */
public record Days(LocalDate first, LocalDate last) {

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    /** Whether a day is one of them. */
    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Each of them. A session that never ends has very many: ask {@link #has} where that is enough. */
    public Stream<LocalDate> stream() {
        return first.datesUntil(last.plusDays(1));
    }
}
