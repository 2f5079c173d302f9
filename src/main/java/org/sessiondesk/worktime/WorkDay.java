package org.sessiondesk.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A day of the site, from midnight to midnight: 23 or 25 hours long when clocks change. */
public record WorkDay(LocalDate date, ZoneId zone) {

    /** Its first moment. */
    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The first moment of the next day. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** How long it is. */
    public Duration length() {
        return span().length();
    }

    /** How far into the day a moment is: 0 at its start, 1 at its end, and no less or more. */
    public double position(Instant at) {
        return Math.clamp((double) Duration.between(start(), at).toMillis() / length().toMillis(), 0, 1);
    }

    /** Its hours as they pass, the first at its start: the one that is repeated twice, the missing one not at all. */
    public List<Instant> hours() {
        return Stream.iterate(start(), hour -> hour.isBefore(end()), hour -> hour.plus(Duration.ofHours(1)))
                .toList();
    }

    boolean has(Instant at) {
        return !at.isBefore(start()) && at.isBefore(end());
    }

    Span span() {
        return new Span(start(), end());
    }
}
