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
    private final Lanes lanes;

    DayWords(Written written, DayBoard board) {
        this.written = written;
        this.board = board;
        this.lanes = new Lanes(board.day(), new BarWords(written, board.by()));
    }

    DayDrawing draw(boolean table) {
        return new DayDrawing(
                t("day-check.label", day()),
                table,
                board.day().hours().size(),
                ticks(),
                heads(),
                board.rows().stream().map(this::row).toList(),
                foot());
    }

    /** {@code 31 of 36 ready · 2 with problems · 3 nothing entered}; nothing of what there is none of. */
    String counts() {
        if (board.expected() == 0) {
            return t(board.rows().isEmpty() ? "day-check.none" : "day-check.none-counts");
        }
        int problems = board.count(RowState.HAS_PROBLEMS);
        int nothing = board.count(RowState.NOTHING_ENTERED);
        return Stream.of(
                        t("day-check.ready", board.count(RowState.READY), board.expected()),
                        problems == 0 ? "" : t("day-check.with-problems", problems),
                        nothing == 0 ? "" : t("day-check.nothing-entered", nothing))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What holds of the whole day: how nights count, the zone, a clock change, what has no vehicle. */
    String notes() {
        var notes = new ArrayList<String>();
        int hours = board.day().hours().size();
        if (hours != Duration.ofDays(1).toHours()) {
            notes.add(t("day-check.clock-change", hours));
        }
        if (board.withoutVehicle() > 0) {
            notes.add(t("day-check.without-vehicle", board.withoutVehicle()));
        }
        notes.add(t("day-check.rule"));
        notes.add(t("day-check.zone", written.times().zoneName()));
        return String.join(" ", notes);
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
                t("day-check.column.state"));
    }

    private Row row(DayRow row) {
        var bars = lanes.bars(row.bars());
        return new Row(
                row.id().toString(),
                row.name() == null ? t("sessions.no-driver") : row.name(),
                href(row),
                bars.stream().mapToInt(bar -> bar.lane() + 1).max().orElse(1),
                bars,
                marks(row.gaps(), "day-check.gap"),
                marks(row.overlaps(), "day-check.overlap"),
                time(row.totals().driver(), row.totals()),
                Cell.of(time(row.totals().dispatcher())),
                distance(row.totals(), row.leavesOutADistance()),
                problems(row.errors(), row.warnings()),
                Cell.of(SentWords.text(row.sent()), SentWords.kind(row.sent())),
                Cell.of(t("day-check.state." + row.state()), kind(row.state())));
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
                time(totals.driver(), totals),
                Cell.of(time(totals.dispatcher())),
                distance(totals, board.rows().stream().anyMatch(DayRow::leavesOutADistance)),
                problems(
                        board.rows().stream().mapToInt(DayRow::errors).sum(),
                        board.rows().stream().mapToInt(DayRow::warnings).sum()),
                Cell.of(""),
                Cell.of(""));
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

    private Cell time(Duration time, DayTotals totals) {
        int untold = totals.open() + totals.unknown();
        return new Cell(
                time(time),
                untold == 0
                        ? ""
                        : totals.unknown() == 0
                                ? t("day-check.and-open", totals.open())
                                : t("day-check.and-unknown", untold),
                "");
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

    private static String kind(RowState state) {
        return switch (state) {
            case HAS_PROBLEMS -> "red";
            case NOTHING_ENTERED -> "amber";
            case READY -> "green";
            case COUNTS_ELSEWHERE -> "quiet";
        };
    }
}
