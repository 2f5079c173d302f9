package org.sessiondesk.daycheck;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.signoff.ClosedPeriod;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.WorkDay;

/**
 * A day.
 *
 * @param rules by which its sessions are counted
 * @param rows problems first, then who has nothing entered, then what is ready, then what is signed; each by name
 * @param totals of all rows
 * @param closed the pay period that it lies in, where that is closed
 * @param withoutVehicle so many sessions count on this day and are in no row, for want of a vehicle; by drivers 0
 */
public record DayBoard(
        WorkDay day,
        DayRules rules,
        By by,
        List<DayRow> rows,
        DayTotals totals,
        int withoutVehicle,
        @Nullable ClosedPeriod closed) {

    public DayBoard {
        rows = List.copyOf(rows);
    }

    /** How many rows stand so. */
    public int count(RowState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }

    /** Of how many rows something is expected on this day. */
    public int expected() {
        return rows.size() - count(RowState.COUNTS_ELSEWHERE);
    }
}
