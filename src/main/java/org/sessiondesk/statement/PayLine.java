package org.sessiondesk.statement;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.payout.PaidDay;
import org.sessiondesk.payout.PaidDay.Pay;
import org.sessiondesk.payout.Renumbered;
import org.sessiondesk.table.Cell;
import org.sessiondesk.worktime.Hours;

/**
 * A row of an export's file: a driver's day, a driver, or all of them.
 *
 * @param day of a day; null of more
 * @param renumbered under which payroll number the driver was paid before; null where it was this one
 * @param last the newest export that had any of it before; null if none had
 */
record PayLine(
        @Nullable String number,
        Cell driver,
        @Nullable LocalDate day,
        int days,
        Duration asDriver,
        Duration asDispatcher,
        Pay now,
        Pay before,
        @Nullable Long last,
        int withoutDistance,
        @Nullable Renumbered renumbered) {

    private static final Pay NO_PAY = new Pay(new Hours(0), new Hours(0), null);

    /** The sum of none. */
    static final PayLine NOTHING =
            new PayLine(null, Cell.EMPTY, null, 0, Duration.ZERO, Duration.ZERO, NO_PAY, NO_PAY, null, 0, null);

    static PayLine of(PaidDay day, @Nullable Renumbered renumbered) {
        return new PayLine(
                day.payrollNumber(),
                Cell.named(day.driverName(), day.driverId()),
                day.day(),
                1,
                day.driver(),
                day.dispatcher(),
                day.now(),
                day.before(),
                day.exportBefore(),
                day.withoutDistance(),
                renumbered);
    }

    /** Both together, under the other's name. */
    PayLine plus(PayLine more) {
        return new PayLine(
                more.number,
                more.driver,
                null,
                days + more.days,
                asDriver.plus(more.asDriver),
                asDispatcher.plus(more.asDispatcher),
                sum(now, more.now),
                sum(before, more.before),
                last == null || more.last != null && more.last > last ? more.last : last,
                withoutDistance + more.withoutDistance,
                more.renumbered);
    }

    /** What is to be paid. */
    Pay due() {
        return now.minus(before);
    }

    private static Pay sum(Pay one, Pay other) {
        return new Pay(
                one.driver().plus(other.driver()), one.dispatcher().plus(other.dispatcher()), distances(one, other));
    }

    private static @Nullable Long distances(Pay one, Pay other) {
        var first = one.distance();
        var second = other.distance();
        return first == null ? second : second == null ? first : Long.valueOf(first + second);
    }
}
