package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessiondesk.daycheck.By;
import org.sessiondesk.daycheck.DayBoard;
import org.sessiondesk.daycheck.DayRow;
import org.sessiondesk.daycheck.RowState;
import org.sessiondesk.ui.daycheck.DayDrawing.Act;
import org.sessiondesk.ui.daycheck.DayDrawing.Cell;
import org.sessiondesk.ui.daycheck.DayDrawing.Mark;
import org.sessiondesk.ui.daycheck.DayDrawing.Row;
import org.sessiondesk.ui.daycheck.DayDrawing.Tick;
import org.sessiondesk.ui.sessions.SentWords;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.Span;

/** Turns a day into a drawing with all of its words. */
final class DayWords {

    private static final int NAMED_HOURS = 3;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH", Locale.US);

    private final Written written;
    private final DayBoard board;
    private final DayUrl url;
    private final SettledCells cells;
    private final Lanes lanes;

    DayWords(Written written, DayBoard board, DayUrl url, SettledCells cells) {
        this.written = written;
        this.board = board;
        this.url = url;
        this.cells = cells;
        this.lanes = new Lanes(board.day(), new BarWords(written, board.by()), url);
    }

    DayDrawing draw() {
        return new DayDrawing(
                board.day().date() + " " + board.by(),
                t("day-check.label", day()),
                url.table(),
                board.day().hours().size(),
                url.session() == null ? "" : url.session().toString(),
                ticks(),
                heads(),
                board.rows().stream().map(this::row).toList(),
                foot());
    }

    /**
     * {@code 31 of 36 ready · 2 with problems · 3 nothing entered}; nothing of what there is none of. Vehicles are not signed:
     * of them it says only what has problems.
     */
    String counts() {
        if (board.expected() == board.count(RowState.NOT_WORKED)) {
            return t(board.rows().isEmpty() ? "day-check.none" : "day-check.none-counts");
        }
        int problems = board.count(RowState.HAS_PROBLEMS);
        if (board.by() == By.VEHICLE) {
            return problems == 0
                    ? t("day-check.without-problems", board.expected())
                    : t("day-check.with-problems", problems);
        }
        int nothing = board.count(RowState.NOTHING_ENTERED);
        int signed = board.count(RowState.SIGNED);
        int expected = board.expected() - board.count(RowState.NOT_WORKED);
        return Stream.of(
                        signed > 0 && signed == expected
                                ? t("day-check.all-signed", signed)
                                : t("day-check.ready", board.count(RowState.READY), expected),
                        signed == 0 || signed == expected ? "" : t("day-check.signed", signed),
                        problems == 0 ? "" : t("day-check.with-problems", problems),
                        nothing == 0 ? "" : t("day-check.nothing-entered", nothing))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What holds of the whole day: how nights count, the zone, a clock change, what has no vehicle. */
    String notes() {
        var notes = new ArrayList<String>();
        cells.closed().ifPresent(notes::add);
        int hours = board.day().hours().size();
        if (hours != Duration.ofDays(1).toHours()) {
            notes.add(t("day-check.clock-change", hours));
        }
        if (board.withoutVehicle() > 0) {
            notes.add(t("day-check.without-vehicle", board.withoutVehicle()));
        }
        notes.addAll(rules());
        notes.add(t("day-check.zone", written.times().zoneName()));
        return String.join(" ", notes);
    }

    /** How nights count that begin on this day; and on the day before, if that is another way. */
    private List<String> rules() {
        var today = board.day().date();
        var rule = board.rules().on(today);
        var before = board.rules().on(today.minusDays(1));
        var rules = new ArrayList<>(List.of(t("day-check.rule." + rule)));
        if (rule != before) {
            rules.add(t("day-check.rule-before", day(), t("day-check.rule-short." + before)));
        }
        rules.add(t("day-check.once"));
        return rules;
    }

    private String day() {
        return written.times().day(board.day().start());
    }

    private List<Tick> ticks() {
        var zone = board.day().zone();
        return board.day().hours().stream()
                .filter(hour -> hour.atZone(zone).getHour() % NAMED_HOURS == 0)
                .map(hour -> new Tick(lanes.percent(hour), hour.atZone(zone).format(HOUR)))
                .toList();
    }

    private List<String> heads() {
        return List.of(
                t(board.by() == By.DRIVER ? "day-check.column.driver" : "day-check.column.vehicle"),
                t("day-check.column.sessions"),
                t("day-check.column.driver-time"),
                t("day-check.column.dispatcher-time"),
                t("day-check.column.distance"),
                t("day-check.column.problems"),
                t("day-check.column.sent"),
                t("day-check.column.state"),
                t("day-check.column.act"));
    }

    private Row row(DayRow row) {
        var bars = lanes.bars(row.bars());
        var name = row.name() == null ? t("sessions.no-driver") : row.name();
        return new Row(
                row.id().toString(),
                name,
                href(row),
                bars.stream().mapToInt(bar -> bar.lane() + 1).max().orElse(1),
                bars,
                marks(row.gaps(), "day-check.gap"),
                marks(row.overlaps(), "day-check.overlap"),
                time(row.totals().driver(), row.totals(), row.leftOut(), row.vanished()),
                Cell.of(time(row.totals().dispatcher())),
                distance(row.totals(), row.leavesOutADistance()),
                problems(row.errors(), row.warnings()),
                Cell.of(SentWords.text(row.sent()), SentWords.kind(row.sent())),
                cells.state(row),
                cells.act(row, name));
    }

    private Row foot() {
        var totals = board.totals();
        return new Row(
                "totals",
                t("day-check.totals"),
                "",
                1,
                List.of(),
                List.of(),
                List.of(),
                time(
                        totals.driver(),
                        totals,
                        board.rows().stream().mapToInt(DayRow::leftOut).sum(),
                        board.rows().stream().mapToInt(DayRow::vanished).sum()),
                Cell.of(time(totals.dispatcher())),
                distance(totals, board.rows().stream().anyMatch(DayRow::leavesOutADistance)),
                problems(
                        board.rows().stream().mapToInt(DayRow::errors).sum(),
                        board.rows().stream().mapToInt(DayRow::warnings).sum()),
                Cell.of(""),
                Cell.of(""),
                Act.NONE);
    }

    /** The list of a row's sessions of this day. */
    private String href(DayRow row) {
        if (row.name() == null) {
            return "sessions/" + row.id();
        }
        return "sessions?from=%1$s&to=%1$s&%2$s=%3$s"
                .formatted(board.day().date(), board.by() == By.DRIVER ? "driver" : "vehicle", row.id());
    }

    private List<Mark> marks(List<Span> spans, String key) {
        return spans.stream()
                .map(span -> new Mark(
                        lanes.percent(span.from()),
                        lanes.percent(span.to()) - lanes.percent(span.from()),
                        t(key, clock(span.from()), clock(span.to()), written.duration(span.length()))))
                .toList();
    }

    private String clock(Instant at) {
        return written.times().clock(at);
    }

    private Cell time(Duration time, DayTotals totals, int leftOut, int vanished) {
        int untold = totals.open() + totals.unknown();
        var more = Stream.of(
                        untold == 0
                                ? ""
                                : totals.unknown() == 0
                                        ? t("day-check.and-open", totals.open())
                                        : t("day-check.and-unknown", untold),
                        leftOut == 0 ? "" : t("day-check.and-left-out", leftOut),
                        vanished == 0 ? "" : t("day-check.and-vanished", vanished))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Cell(time(time), more, "");
    }

    private String time(Duration time) {
        return time.isZero() ? t("sessions.none") : written.duration(time);
    }

    private Cell distance(DayTotals totals, boolean leavesOut) {
        if (totals.distance() != null) {
            return new Cell(
                    written.distance(totals.distance()),
                    totals.withoutDistance() == 0 ? "" : t("day-check.without-distance", totals.withoutDistance()),
                    "");
        }
        if (totals.withoutDistance() == 0) {
            return Cell.of(t("sessions.none"));
        }
        return Cell.of(t(leavesOut ? "day-check.not-counted" : "day-check.not-recorded"), "quiet");
    }

    private static Cell problems(int errors, int warnings) {
        String words = Stream.of(
                        errors == 0 ? "" : t("day-check.errors", errors),
                        warnings == 0 ? "" : t("day-check.warnings", warnings))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Cell.of(words, errors > 0 ? "red" : "amber");
    }
}
