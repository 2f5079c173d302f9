package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.payperiod.PeriodCell;
import org.sessiondesk.payperiod.Sum;
import org.sessiondesk.ui.payperiod.PeriodDrawing.Cell;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.Hours;

/** What a cell says: short in it, and whole for whoever doesn't see it. */
final class CellWords {

    private static final String QUIET = "quiet";

    private final Written written;
    private final HourRounding rounding;

    CellWords(Written written, HourRounding rounding) {
        this.written = written;
        this.rounding = rounding;
    }

    /** {@code 8 h 42 ✓}, {@code ▲ 2}, {@code —} or {@code off}. */
    Cell day(PeriodCell cell) {
        var paid = cell.paid(rounding);
        return switch (cell.state()) {
            case SIGNED -> cell(brief(paid) + " ✓", t("pay-period.cell.SIGNED", full(paid)), "green");
            case READY ->
                cell.warnings() == 0
                        ? cell(brief(paid), t("pay-period.cell.READY", full(paid)), "")
                        : cell("△ " + brief(paid), t("pay-period.cell.warned", full(paid), cell.warnings()), "amber");
            case HAS_PROBLEMS ->
                cell("▲ " + cell.against(), t("pay-period.cell.HAS_PROBLEMS", cell.against(), full(paid)), "red");
            case NOTHING_ENTERED -> cell("○", t("pay-period.cell.NOTHING_ENTERED"), "amber");
            case OFF -> cell(t("pay-period.off"), t("pay-period.cell.OFF"), QUIET);
            case NOTHING -> cell(t("sessions.none"), t("pay-period.cell.NOTHING"), QUIET);
        };
    }

    /**
     * The same, with where it was paid.
     *
     * @param export the last one that paid it; null if none did
     */
    Cell day(PeriodCell cell, @Nullable Long export) {
        var said = day(cell);
        return export == null
                ? said
                : new Cell(
                        said.says(),
                        t("pay-period.paid", export),
                        t("pay-period.cell.paid", said.whole(), export),
                        said.kind());
    }

    /** A day of all rows. */
    Cell day(Sum day) {
        var paid = day.driver().plus(day.dispatcher());
        return paid.inMinutes() == 0
                ? cell(t("sessions.none"), t("pay-period.cell.NOTHING"), QUIET)
                : cell(brief(paid), full(paid), "");
    }

    /** {@code 42 h 30 min}, and {@code 42.50 h} below it. */
    Cell hours(Hours hours, int open) {
        if (hours.inMinutes() == 0 && open == 0) {
            return new Cell(t("sessions.none"), "", "", QUIET);
        }
        String decimal = t("pay-period.decimal", hours.decimal());
        return new Cell(full(hours), open == 0 ? decimal : decimal + " " + t("day-check.and-open", open), "", "");
    }

    /** What isn't recorded is never 0. */
    Cell distance(DayTotals totals) {
        if (totals.distance() != null) {
            return new Cell(
                    written.distance(totals.distance()),
                    totals.withoutDistance() == 0 ? "" : t("day-check.without-distance", totals.withoutDistance()),
                    "",
                    "");
        }
        return totals.withoutDistance() == 0
                ? new Cell(t("sessions.none"), "", "", QUIET)
                : new Cell(t("day-check.not-recorded"), "", "", QUIET);
    }

    private String brief(Hours hours) {
        return t("pay-period.hours", written.number(hours.hours()), twoDigits(hours.minutes()));
    }

    private String full(Hours hours) {
        return t("sessions.hours-minutes", written.number(hours.hours()), hours.minutes());
    }

    private static String twoDigits(int minutes) {
        return minutes < 10 ? "0" + minutes : String.valueOf(minutes);
    }

    private static Cell cell(String says, String whole, String kind) {
        return new Cell(says, "", whole, kind);
    }
}
