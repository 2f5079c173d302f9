package org.sessiondesk.site;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company this desk works for.
 *
 * @param name as people call it
 * @param timeZone its zone by its IANA name: it says which day a session belongs to
 * @param distanceUnit what its odometers count
 */
@ConfigurationProperties("sessiondesk.site")
public record Site(
        @DefaultValue("Session Desk") String name,
        @DefaultValue("") String timeZone,
        @DefaultValue("mi") String distanceUnit) {

    /** What an odometer counts. */
    public enum DistanceUnit {
        /** Miles. */
        MI,
        /** Kilometres. */
        KM
    }

    public Site {
        if (timeZone.isBlank()) {
            throw impossible("TIME_ZONE", "is missing: without it nobody knows which day a session belongs to");
        }
        // Not by ZoneId.of: it also takes offsets, which know no summer time, and abbreviations.
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw impossible("TIME_ZONE", "is no IANA time zone: " + timeZone);
        }
        if (!distanceUnit.equalsIgnoreCase("mi") && !distanceUnit.equalsIgnoreCase("km")) {
            throw new ImpossibleSetting(
                    "SESSIONDESK_SITE_DISTANCE_UNIT", "is neither mi nor km: " + distanceUnit, "mi");
        }
    }

    /** The site's zone. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** What its odometers count. */
    public DistanceUnit unit() {
        return DistanceUnit.valueOf(distanceUnit.toUpperCase(Locale.ROOT));
    }

    private static ImpossibleSetting impossible(String name, String problem) {
        return new ImpossibleSetting("SESSIONDESK_SITE_" + name, problem, "America/Los_Angeles");
    }
}
