package org.sessiondesk.ui.sessions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worktime.PayPeriod;

/** Which days' log-ins a list holds: a preset, or from one date to another, both included. */
record Period(
        Preset preset, @Nullable LocalDate from, @Nullable LocalDate to) {

    static final Period ANY = new Period(Preset.ANY, null, null);

    /** The periods with a name. */
    enum Preset {
        TODAY,
        YESTERDAY,
        /** Today and the six days before. */
        WEEK,
        /** The pay period that yesterday is in. */
        PAY,
        ANY,
        /** From and to are said. */
        DATES
    }

    Period {
        if (preset != Preset.DATES && (from != null || to != null)) {
            throw new IllegalArgumentException("a preset has no dates");
        }
    }

    static Period of(Preset preset) {
        return new Period(preset, null, null);
    }

    /** Of two dates in either order; without any it is {@link #ANY}. */
    static Period between(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return ANY;
        }
        boolean turned = from != null && to != null && to.isBefore(from);
        return turned ? new Period(Preset.DATES, to, from) : new Period(Preset.DATES, from, to);
    }

    /** With the pay period's dates said, seen from today; all else as it is. */
    Period inDates(LocalDate today, Function<LocalDate, PayPeriod> payPeriods) {
        if (preset != Preset.PAY) {
            return this;
        }
        var period = payPeriods.apply(today.minusDays(1));
        return new Period(Preset.DATES, period.first(), period.last());
    }

    /** The first day, seen from today; null for the beginning. */
    @Nullable
    LocalDate first(LocalDate today) {
        return switch (preset) {
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case WEEK -> today.minusDays(6);
            case ANY -> null;
            case PAY -> throw saidFirst();
            case DATES -> from;
        };
    }

    /** The last day, seen from today; null for no end. */
    @Nullable
    LocalDate last(LocalDate today) {
        return switch (preset) {
            case TODAY, WEEK -> today;
            case YESTERDAY -> today.minusDays(1);
            case ANY -> null;
            case PAY -> throw saidFirst();
            case DATES -> to;
        };
    }

    private static IllegalStateException saidFirst() {
        return new IllegalStateException("the pay calendar says which days: inDates first");
    }

    /** The filter's instants: from the first day's midnight to that after the last. */
    SessionFilter apply(SessionFilter filter, LocalDate today, ZoneId zone) {
        var first = first(today);
        var last = last(today);
        return filter.between(
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
