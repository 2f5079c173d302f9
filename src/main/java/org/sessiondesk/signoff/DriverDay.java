package org.sessiondesk.signoff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** One driver's day of the site. */
public record DriverDay(UUID driver, LocalDate day) {

    static final Comparator<DriverDay> IN_ORDER =
            Comparator.comparing(DriverDay::day).thenComparing(DriverDay::driver);
}
