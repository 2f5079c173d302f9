package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.payperiod.CellState;
import org.sessiondesk.payperiod.PeriodBoard;
import org.sessiondesk.payperiod.PeriodRow;
import org.sessiondesk.payperiod.Sum;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.ui.payperiod.PeriodDrawing.Cell;
import org.sessiondesk.ui.payperiod.PeriodDrawing.Day;
import org.sessiondesk.ui.payperiod.PeriodDrawing.Row;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worktime.DayRule;

/** Turns a pay period into a drawing with all of its words. */
final class PeriodWords {

    /** A browser draws so many rows with ease; sums are of all. */
    static final int MOST_ROWS = 1_000;

    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("EEE d", Locale.US);

    private final Written written;
    private final PeriodBoard board;
    private final Map<DriverDay, Long> paid;
    private final CellWords cells;

    /** @param paid in which exports drivers' days of it were paid last */
    PeriodWords(Written written, PeriodBoard board, Map<DriverDay, Long> paid) {
        this.written = written;
        this.board = board;
        this.paid = paid;
        this.cells = new CellWords(written, board.setting().rounding());
    }

    /** {@code Mon 1 Jun – Sun 7 Jun}. */
    String name() {
        return t(
                "pay-period.from-to",
                day(board.period().first()),
                day(board.period().last()));
    }

    /** {@code 212 of 240 signed · 20 ready · 5 with problems}, and so on; nothing of what there is none of. */
    String counts() {
        int signed = board.count(CellState.SIGNED);
        int ready = board.count(CellState.READY);
        int problems = board.count(CellState.HAS_PROBLEMS);
        int nothing = board.count(CellState.NOTHING_ENTERED);
        int nobodys = board.withoutDriver();
        int all = signed + ready + problems + nothing;
        if (all + nobodys == 0) {
            return t(board.rows().isEmpty() ? "pay-period.none" : "pay-period.none-counts");
        }
        return Stream.of(
                        t("pay-period.signed", signed, all),
                        ready == 0 ? "" : t("pay-period.ready", ready),
                        problems == 0 ? "" : t("day-check.with-problems", problems),
                        nothing == 0 ? "" : t("day-check.nothing-entered", nothing),
                        nobodys == 0 ? "" : t("pay-period.without-driver", nobodys))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What holds of the whole period: signs, rounding, how nights count, the zone. */
    String notes() {
        var notes = new ArrayList<String>();
        if (board.rows().size() > MOST_ROWS) {
            notes.add(t("pay-period.more-rows", MOST_ROWS, board.rows().size()));
        }
        notes.add(t("pay-period.signs"));
        if (!paid.isEmpty()) {
            notes.add(t("pay-period.paid.sign"));
        }
        notes.add(t("pay-period.rounding", t("pay.rounding." + board.setting().rounding())));
        notes.addAll(rules());
        notes.add(t("day-check.once"));
        notes.add(t("day-check.zone", written.times().zoneName()));
        return String.join(" ", notes);
    }

    PeriodDrawing draw() {
        return new PeriodDrawing(
                t("pay-period.label", name()),
                board.period().days().stream().map(this::column).toList(),
                List.of(
                        t("day-check.column.driver"),
                        t("day-check.column.driver-time"),
                        t("day-check.column.dispatcher-time"),
                        t("day-check.column.distance")),
                board.rows().stream().limit(MOST_ROWS).map(this::row).toList(),
                new Row(
                        "",
                        t("day-check.totals"),
                        board.days().stream().map(cells::day).toList(),
                        sums(board.sum())));
    }

    private Day column(LocalDate day) {
        boolean closed =
                board.closed().stream().anyMatch(period -> period.days().has(day));
        return new Day(day.toString(), COLUMN.format(day), day(day), closed ? t("pay-period.day-closed") : "");
    }

    private Row row(PeriodRow row) {
        return new Row(
                row.driver() == null ? "" : row.driver().toString(),
                Objects.requireNonNullElseGet(row.name(), () -> t("sessions.no-driver")),
                row.cells().stream()
                        .map(cell -> cells.day(cell, paidIn(row.driver(), cell.day())))
                        .toList(),
                sums(row.sum()));
    }

    private @Nullable Long paidIn(@Nullable UUID driver, LocalDate day) {
        return driver == null ? null : paid.get(new DriverDay(driver, day));
    }

    private List<Cell> sums(Sum sum) {
        return List.of(
                cells.hours(sum.driver(), sum.totals().open()),
                cells.hours(sum.dispatcher(), 0),
                cells.distance(sum.totals()));
    }

    /** The rule at the beginning, and each that begins to hold within. */
    private List<String> rules() {
        var rules = new ArrayList<String>();
        DayRule last = null;
        for (var day : board.period().days()) {
            var rule = board.setting().dayRules().on(day);
            if (rule != last) {
                rules.add(rule(rule, last == null ? null : day));
                last = rule;
            }
        }
        return rules;
    }

    private String rule(DayRule rule, @Nullable LocalDate from) {
        return from == null
                ? t("pay-period.rule", t("day-check.rule-short." + rule))
                : t("pay-period.rule-from", day(from), t("day-check.rule-short." + rule));
    }

    private String day(LocalDate day) {
        return written.times().day(day.atStartOfDay(written.times().zone()).toInstant());
    }
}
