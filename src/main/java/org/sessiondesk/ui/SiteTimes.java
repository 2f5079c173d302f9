package org.sessiondesk.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Times as people at the site read them. In the hour that a clock change repeats, the two 01:30s carry their zone's
 * name (01:30 PDT, 01:30 PST); elsewhere it would only be noise.
 */
public final class SiteTimes {

    private static final Locale LOCALE = Locale.US;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", LOCALE);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", LOCALE);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", LOCALE);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEE d MMM yyyy", LOCALE);
    private static final DateTimeFormatter EDITOR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", LOCALE);
    private static final DateTimeFormatter MARK = DateTimeFormatter.ofPattern("z", LOCALE);

    private final ZoneId zone;
    private final InstantSource clock;

    public SiteTimes(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** The site's zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The zone as it is named once on a screen, such as {@code Pacific Time}. */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, LOCALE);
    }

    /** {@code 06:58}, for a moment of today. */
    public String clock(Instant at) {
        return marked(at, CLOCK);
    }

    /** {@code 06:58:04}, where seconds count. */
    public String seconds(Instant at) {
        return marked(at, SECONDS);
    }

    /** {@code Tue 06:58}, for a moment of the last days. */
    public String weekday(Instant at) {
        return marked(at, WEEKDAY);
    }

    /** {@code Tue 2 Jun 06:58}, with the year where it isn't this one. */
    public String dated(Instant at) {
        return day(at) + " " + clock(at);
    }

    /** {@code Tue 2 Jun}, with the year where it isn't this one. */
    public String day(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean thisYear = local.getYear() == clock.instant().atZone(zone).getYear();
        return local.format(thisYear ? DAY : DAY_AND_YEAR);
    }

    /** {@code 06:58} if it was today, {@code Tue 06:58} within six days, else with the date. */
    public String near(Instant at) {
        ZonedDateTime now = clock.instant().atZone(zone);
        long days = Math.abs(
                java.time.temporal.ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), now.toLocalDate()));
        return days == 0 ? clock(at) : days < 7 ? weekday(at) : dated(at);
    }

    /** {@code 2026-06-02 06:58}, as the editor's fields show and read it. */
    public String editor(Instant at) {
        return marked(at, EDITOR);
    }

    /** Whether this moment's clock reading occurs twice that night. */
    public boolean isRepeated(Instant at) {
        return zone.getRules()
                        .getValidOffsets(at.atZone(zone).toLocalDateTime())
                        .size()
                > 1;
    }

    private String marked(Instant at, DateTimeFormatter format) {
        ZonedDateTime local = at.atZone(zone);
        return isRepeated(at) ? local.format(format) + " " + local.format(MARK) : local.format(format);
    }
}
