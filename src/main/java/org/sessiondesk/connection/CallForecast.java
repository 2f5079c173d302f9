package org.sessiondesk.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.Limits;

/**
 * What the month's calls come to if they go on as they did so far, by OnTime's own count.
 *
 * @param byItsEnd calls of the whole month
 * @param usedUpAt when none is left at that rate; null if the month ends before
 */
public record CallForecast(long byItsEnd, @Nullable Instant usedUpAt) {

    /** A first fill reads in hours what lasts for weeks: a month younger than this says nothing of its end. */
    private static final Duration YOUNGEST = Duration.ofDays(1);

    /** From the newest count; empty where OnTime told none, or the month it counts is too young or over. */
    public static Optional<CallForecast> of(@Nullable Limits limits, Instant now) {
        var month = limits == null ? null : limits.monthly();
        if (limits == null || month == null || month.limit() == null || month.remaining() == null) {
            return Optional.empty();
        }
        var ends = month.reset();
        if (ends == null || !ends.isAfter(now)) {
            return Optional.empty();
        }
        var began = ends.atZone(ZoneOffset.UTC).minusMonths(1).toInstant();
        var counted = Duration.between(began, limits.seenAt());
        if (counted.compareTo(YOUNGEST) < 0) {
            return Optional.empty();
        }
        long used = Math.max(0, month.limit() - month.remaining());
        double aSecond = (double) used / counted.toSeconds();
        long byItsEnd = Math.round(aSecond * Duration.between(began, ends).toSeconds());
        var usedUp = used == 0 ? ends : began.plusSeconds(Math.round(month.limit() / aSecond));
        return Optional.of(new CallForecast(byItsEnd, usedUp.isBefore(ends) ? usedUp : null));
    }
}
