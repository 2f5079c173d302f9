package org.sessiondesk.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How a site divides its days into pay periods; each day is in one of them. */
public sealed interface PayCalendar {

    /** The period that a day is in. */
    PayPeriod of(LocalDate day);

    /** The period right after another. */
    default PayPeriod next(PayPeriod period) {
        return of(period.last().plusDays(1));
    }

    /** The period right before another. */
    default PayPeriod previous(PayPeriod period) {
        return of(period.first().minusDays(1));
    }

    /** Weeks that begin on this day. */
    record Weekly(DayOfWeek weekStart) implements PayCalendar {

        @Override
        public PayPeriod of(LocalDate day) {
            var first = day.with(TemporalAdjusters.previousOrSame(weekStart));
            return new PayPeriod(first, first.plusDays(6));
        }
    }

    /**
     * Two weeks each.
     *
     * @param aFirst the first day of any one of them: it also says on which day weeks begin
     */
    record Fortnightly(LocalDate aFirst) implements PayCalendar {

        private static final int DAYS = 14;

        @Override
        public PayPeriod of(LocalDate day) {
            long into = Math.floorMod(ChronoUnit.DAYS.between(aFirst, day), (long) DAYS);
            var first = day.minusDays(into);
            return new PayPeriod(first, first.plusDays(DAYS - 1));
        }
    }

    /** From the 1st to the 15th, and from the 16th to the end of the month. */
    record HalfMonthly() implements PayCalendar {

        private static final int MIDDLE = 15;

        @Override
        public PayPeriod of(LocalDate day) {
            return day.getDayOfMonth() <= MIDDLE
                    ? new PayPeriod(day.withDayOfMonth(1), day.withDayOfMonth(MIDDLE))
                    : new PayPeriod(day.withDayOfMonth(MIDDLE + 1), day.with(TemporalAdjusters.lastDayOfMonth()));
        }
    }

    /** Calendar months. */
    record Monthly() implements PayCalendar {

        @Override
        public PayPeriod of(LocalDate day) {
            return new PayPeriod(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
        }
    }
}
