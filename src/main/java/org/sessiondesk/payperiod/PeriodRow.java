package org.sessiondesk.payperiod;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A driver's days of a period.
 *
 * @param driver absent for the one row of all sessions without a driver: nobody can sign those
 * @param name absent with it
 * @param cells one for each day of the period
 */
public record PeriodRow(@Nullable UUID driver, @Nullable String name, List<PeriodCell> cells, Sum sum) {

    public PeriodRow {
        cells = List.copyOf(cells);
    }
}
