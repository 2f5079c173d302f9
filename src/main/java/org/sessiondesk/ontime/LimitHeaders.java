package org.sessiondesk.ontime;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.Limits.Allowance;

/** Reads OnTime's limit headers. Garbage is as if it weren't there, and milliseconds are read as what they are. */
final class LimitHeaders {

    /** Epoch seconds stay below it until the year 5138; milliseconds passed it in 1973. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    /** No reset is further off than a month. */
    private static final Duration FURTHEST = Duration.ofDays(32);

    private final HttpHeaders headers;
    private final Instant now;

    LimitHeaders(HttpHeaders headers, Instant now) {
        this.headers = headers;
        this.now = now;
    }

    /** The limits so far with what these headers say; empty if they say nothing. */
    Optional<Limits> over(@Nullable Limits before) {
        var daily = allowance("Daily", before == null ? null : before.daily(), nextDay());
        var monthly = allowance("Monthly", before == null ? null : before.monthly(), nextMonth());
        boolean saysNothing = Stream.of("Daily", "Monthly")
                .allMatch(period -> number("Limit", period).isEmpty()
                        && number("Remaining", period).isEmpty());
        return saysNothing ? Optional.empty() : Optional.of(new Limits(daily, monthly, now));
    }

    private @Nullable Allowance allowance(String period, @Nullable Allowance before, Instant documentedReset) {
        var limit = number("Limit", period);
        var remaining = number("Remaining", period);
        if (limit.isEmpty() && remaining.isEmpty()) {
            return before;
        }
        return new Allowance(
                limit.orElse(before == null ? null : before.limit()),
                remaining.orElse(before == null ? null : before.remaining()),
                reset(period).orElse(documentedReset));
    }

    /** 00:00 GMT, as OnTime documents. */
    private Instant nextDay() {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    /** The 1st of the next month, 00:00 GMT, as OnTime documents. */
    private Instant nextMonth() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    /**
     * Until when a 429 asks for quiet: the latest of its reasons that lies ahead; empty if it names none. A reset of a
     * limit that doesn't say how much is left is a reason only where there is no other and neither says that it is
     * exhausted, and then the first of them: one of the limits is, and a month's quiet for the day's would be the worse
     * guess.
     */
    Optional<Instant> quietUntil() {
        return ahead(retryAfter(), exhaustedReset("Daily"), exhaustedReset("Monthly"))
                .max(Instant::compareTo)
                .or(() -> ahead(untoldReset("Daily"), untoldReset("Monthly")).min(Instant::compareTo));
    }

    @SafeVarargs
    private final Stream<Instant> ahead(Optional<Instant>... times) {
        return Stream.of(times).flatMap(Optional::stream).filter(time -> time.isAfter(now));
    }

    private Optional<Instant> untoldReset(String period) {
        boolean told = exhausted("Daily")
                || exhausted("Monthly")
                || number("Remaining", period).isPresent();
        return told ? Optional.empty() : reset(period);
    }

    private Optional<Instant> exhaustedReset(String period) {
        return exhausted(period) ? reset(period) : Optional.empty();
    }

    private boolean exhausted(String period) {
        return number("Remaining", period).filter(remaining -> remaining <= 0).isPresent();
    }

    private Optional<Instant> reset(String period) {
        return number("Reset", period)
                .map(told -> told >= MILLISECONDS_FROM ? Instant.ofEpochMilli(told) : Instant.ofEpochSecond(told))
                .filter(this::isBelievable);
    }

    private boolean isBelievable(Instant time) {
        return !time.isAfter(now.plus(FURTHEST));
    }

    /** Seconds, or a date as HTTP writes it. */
    private Optional<Instant> retryAfter() {
        String told = headers.firstValue("Retry-After").orElse("").strip();
        return number(told)
                .filter(seconds -> seconds >= 0 && seconds <= FURTHEST.toSeconds())
                .map(now::plusSeconds)
                .or(() -> httpDate(told))
                .filter(this::isBelievable);
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Long> number(String kind, String period) {
        return number(headers.firstValue("X-RateLimit-" + kind + "-" + period)
                .orElse("")
                .strip());
    }

    private static Optional<Long> number(String text) {
        return text.matches("-?\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
