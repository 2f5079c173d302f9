package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.RuleLimits;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.site.Site;
import org.sessiondesk.ui.SiteTimes;
import org.springframework.stereotype.Component;

/** How values of a session are written on this screen. */
@Component
public class Written {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.US);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);

    private final SiteTimes times;
    private final InstantSource clock;
    private final RuleLimits limits;
    private final String unit;

    Written(SiteTimes times, InstantSource clock, Site site, RuleLimits limits) {
        this.times = times;
        this.clock = clock;
        this.limits = limits;
        this.unit = site.unit().name().toLowerCase(Locale.ROOT);
    }

    /** {@code Tue 06:58} within six days, {@code 2 Jun 06:58} before; a dash for none. */
    public String time(@Nullable Instant at) {
        if (at == null) {
            return t("sessions.none");
        }
        var day = LocalDate.ofInstant(at, times.zone());
        var today = LocalDate.ofInstant(now(), times.zone());
        boolean near = Math.abs(ChronoUnit.DAYS.between(day, today)) < 7;
        var format = near ? WEEKDAY : day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR;
        return format.format(day) + " " + times.clock(at);
    }

    /** As {@link #time}, but the day only where it isn't that of the other time. */
    public String time(@Nullable Instant at, @Nullable Instant besides) {
        if (at == null || besides == null) {
            return time(at);
        }
        var zone = times.zone();
        return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(besides, zone)) ? times.clock(at) : time(at);
    }

    /** {@code 7 h 42 min}; empty while it hasn't ended. */
    public String duration(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "" : duration(Duration.between(from, to));
    }

    /** {@code 7 h 42 min}, {@code 12 min}, {@code −3 min}. */
    public String duration(Duration duration) {
        String sign = duration.isNegative() ? "−" : "";
        long minutes = duration.abs().toMinutes();
        return sign
                + (minutes < 60
                        ? t("sessions.minutes", minutes)
                        : t("sessions.hours-minutes", number(minutes / 60), minutes % 60));
    }

    /** {@code 52,310}; empty where not recorded. */
    public String number(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        String digits = String.format(Locale.US, "%,d", Math.abs(number.longValue()));
        return number.longValue() < 0 ? "−" + digits : digits;
    }

    /** {@code 88 mi}. */
    public String distance(@Nullable Number distance) {
        return distance == null ? "" : number(distance) + " " + unit;
    }

    /** The site's unit: {@code mi} or {@code km}. */
    public String unit() {
        return unit;
    }

    /** The longest distance of a session that isn't remarkable: 300 miles. */
    public long longestDistance() {
        return unit.equals("km") ? 480 : 300;
    }

    /** Any value of a session, as a line of history or "Save sends" shows it. */
    public String value(@Nullable Object value) {
        return switch (value) {
            case null -> t("sessions.empty");
            case Instant at -> times.dated(at);
            case Integer mileage -> number(mileage);
            case LogInType type -> t("sessions.type." + type);
            default -> value.toString();
        };
    }

    /** What the site wants to be told of at the moment. */
    SiteLimits limits() {
        return limits.now();
    }

    /** The database's time. */
    public Instant now() {
        return clock.instant();
    }

    /** The site's clock and zone. */
    public SiteTimes times() {
        return times;
    }
}
