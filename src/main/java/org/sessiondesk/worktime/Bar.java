package org.sessiondesk.worktime;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A session as far as it lies in a day.
 *
 * @param span that part; of an open session up to where it may have lasted
 * @param fromBefore whether it began on an earlier day
 * @param toAfter whether it ends on a later day
 * @param here whether anything of the session counts on this day; a part of its time may count on another
 * @param belongs the day of its distance and of all else that can't be split
 */
public record Bar(Shift shift, Span span, boolean fromBefore, boolean toAfter, boolean here, LocalDate belongs) {

    /** Where it begins on this day. */
    public Instant from() {
        return span.from();
    }

    /** Where it ends on this day. */
    public Instant to() {
        return span.to();
    }
}
