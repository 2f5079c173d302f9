package org.sessiondesk.payperiod;

import java.util.Collection;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.Hours;

/**
 * Days together.
 *
 * @param driver time as a driver, each day of each person as it is paid
 * @param dispatcher the same as a dispatcher only
 * @param totals what counts, not rounded
 */
public record Sum(Hours driver, Hours dispatcher, DayTotals totals) {

    private static final Sum NONE = new Sum(new Hours(0), new Hours(0), DayTotals.NONE);

    static Sum of(Collection<PeriodCell> cells, HourRounding rounding) {
        return cells.stream()
                .map(PeriodCell::totals)
                .map(day -> new Sum(rounding.round(day.driver()), rounding.round(day.dispatcher()), day))
                .reduce(NONE, Sum::plus);
    }

    static Sum of(Collection<PeriodRow> rows) {
        return rows.stream().map(PeriodRow::sum).reduce(NONE, Sum::plus);
    }

    private Sum plus(Sum other) {
        return new Sum(driver.plus(other.driver), dispatcher.plus(other.dispatcher), totals.plus(other.totals));
    }
}
