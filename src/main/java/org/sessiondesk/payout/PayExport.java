package org.sessiondesk.payout;

import java.time.Instant;
import java.util.UUID;
import org.sessiondesk.audit.TrailEnd;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayPeriod;

/**
 * What was handed to payroll once.
 *
 * @param number counted without gaps
 * @param rows drivers' days in it, those of earlier periods included
 * @param trail the history of changes as it stood then
 * @param form which columns its files have: {@link #HOURS_ONLY}, {@link #WITH_MINUTES} or {@link #WITH_NUMBERS}
 */
public record PayExport(
        long number,
        PayPeriod period,
        UUID by,
        Instant at,
        HourRounding rounding,
        long rows,
        TrailEnd trail,
        int form) {

    /** Of the first exports: decimal hours, whose sum isn't always the sum of what stands above it. */
    public static final int HOURS_ONLY = 1;

    /** Minutes too, which always add up. */
    public static final int WITH_MINUTES = 2;

    /** Also under which payroll number a driver was paid before, where that was another. */
    public static final int WITH_NUMBERS = 3;
}
