package org.sessiondesk.payperiod;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.Hours;

/**
 * A driver's day.
 *
 * @param totals what counts; of a signed day what was signed
 * @param against so many sessions stand against signing it
 * @param warnings so many others have a warning
 * @param seen the sessions that count on it, with their versions
 * @param again whether it was signed before and opened: what changed since is looked at on its day
 */
public record PeriodCell(
        LocalDate day,
        CellState state,
        DayTotals totals,
        int against,
        int warnings,
        Map<UUID, Long> seen,
        boolean again) {

    public PeriodCell {
        seen = Map.copyOf(seen);
    }

    /** Driver's and dispatcher's time together, each as it is paid. */
    public Hours paid(HourRounding rounding) {
        return rounding.round(totals.driver()).plus(rounding.round(totals.dispatcher()));
    }
}
