package org.sessiondesk.judge;

import java.time.Duration;
import java.time.ZoneId;
import org.sessiondesk.site.Site;
import org.sessiondesk.site.Site.DistanceUnit;

/**
 * What a site wants to be told of, and what can't be. Whether a value is wrong hangs on the second only: a site that wants
 * to be told of 100 miles gets a warning, and no reading of 120 looks like a slip for it.
 *
 * @param zone says when midnight is
 * @param unit of all distances here and of its odometers
 * @param warnDistance a session's, above which it is told
 * @param warnLength a session's, above which it is told
 * @param mostADay nobody drives farther in 24 hours
 * @param topSpeed nobody drives faster on average, by the hour
 */
public record SiteLimits(
        ZoneId zone, DistanceUnit unit, int warnDistance, Duration warnLength, int mostADay, int topSpeed) {

    /** How many kilometres a mile has. */
    static final double KILOMETRES_A_MILE = 1.609344;

    /** Past this length a log-out is suspect, whatever the site wants to be told of. */
    public static final Duration LONG_SHIFT = Duration.ofHours(14);

    /** The limits of a site that says nothing else: 300 miles or 14 h a session, 1,000 miles a day, 85 mph. */
    public static SiteLimits of(Site site) {
        return of(site.zone(), site.unit());
    }

    /** As {@link #of(Site)}. */
    public static SiteLimits of(ZoneId zone, DistanceUnit unit) {
        double factor = unit == DistanceUnit.KM ? KILOMETRES_A_MILE : 1;
        return new SiteLimits(zone, unit, far(unit), LONG_SHIFT, (int) (1_000 * factor), (int) (85 * factor));
    }

    /** Past this distance readings are looked at closely, whatever the site wants to be told of: 300 miles. */
    public int far() {
        return far(unit);
    }

    private static int far(DistanceUnit unit) {
        return (int) (300 * (unit == DistanceUnit.KM ? KILOMETRES_A_MILE : 1));
    }
}
