package org.sessiondesk.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** OnTime's two limits: requests a day until 00:00 GMT, and a calendar month. */
final class Limits {

    private final InstantSource clock;
    private int daily;
    private int monthly;
    private int usedToday;
    private int usedThisMonth;
    private LocalDate day;

    Limits(InstantSource clock, int daily, int monthly) {
        this.clock = clock;
        this.daily = daily;
        this.monthly = monthly;
        this.day = today();
    }

    /** How the limits stand. */
    public record Standing(int daily, int monthly, int usedToday, int usedThisMonth) {}

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    synchronized void set(Standing standing) {
        turnDay();
        daily = standing.daily();
        monthly = standing.monthly();
        usedToday = standing.usedToday();
        usedThisMonth = standing.usedThisMonth();
    }

    synchronized Standing standing() {
        turnDay();
        return new Standing(daily, monthly, usedToday, usedThisMonth);
    }

    /** Counts a request of the past, read from the log at start. */
    synchronized void remember(Instant at) {
        var then = at.atZone(ZoneOffset.UTC).toLocalDate();
        usedToday += then.equals(day) ? 1 : 0;
        usedThisMonth += then.withDayOfMonth(1).equals(day.withDayOfMonth(1)) ? 1 : 0;
    }

    /** Counts a request; false, and not counted, where a limit is used up. */
    synchronized boolean take() {
        turnDay();
        if (usedToday >= daily || usedThisMonth >= monthly) {
            return false;
        }
        usedToday++;
        usedThisMonth++;
        return true;
    }

    private void turnDay() {
        var now = today();
        if (!now.equals(day)) {
            usedToday = 0;
            usedThisMonth = now.withDayOfMonth(1).equals(day.withDayOfMonth(1)) ? usedThisMonth : 0;
            day = now;
        }
    }

    synchronized Map<String, String> headers() {
        turnDay();
        return headers(daily - usedToday, nextDay(), monthly - usedThisMonth, nextMonth());
    }

    /** The headers as if the daily limit were used up until then. */
    synchronized Map<String, String> exhaustedUntil(Instant reset) {
        return headers(0, reset.getEpochSecond(), monthly - usedThisMonth, nextMonth());
    }

    private long nextDay() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private long nextMonth() {
        return day.withDayOfMonth(1).plusMonths(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private Map<String, String> headers(int leftToday, long dailyReset, int leftThisMonth, long monthlyReset) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-RateLimit-Limit-Daily", Integer.toString(daily));
        headers.put("X-RateLimit-Remaining-Daily", Integer.toString(Math.max(0, leftToday)));
        headers.put("X-RateLimit-Reset-Daily", Long.toString(dailyReset));
        headers.put("X-RateLimit-Limit-Monthly", Integer.toString(monthly));
        headers.put("X-RateLimit-Remaining-Monthly", Integer.toString(Math.max(0, leftThisMonth)));
        headers.put("X-RateLimit-Reset-Monthly", Long.toString(monthlyReset));
        return headers;
    }
}
