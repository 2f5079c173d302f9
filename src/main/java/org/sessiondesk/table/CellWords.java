package org.sessiondesk.table;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as texts: for programs exact and bare, for people as they read them. */
final class CellWords {

    private static final DateTimeFormatter PAPER_DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.US);
    private static final DateTimeFormatter PAPER_MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.US);
    private static final DateTimeFormatter PAPER_SECOND = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern(" z", Locale.US);

    private static final int SECONDS_A_MINUTE = 60;

    private final ZoneId zone;

    CellWords(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 2026-06-02}, {@code 7:42}, {@code 1234.50}; nothing for what isn't recorded. */
    String bare(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Name(String text, String _) -> text;
            case Cell.Day(var day) -> day.toString();
            case Cell.Moment(var at) -> MOMENT.format(at.atZone(zone));
            case Cell.Time(var length) -> clock(length);
            case Cell.Number(var value) -> value.toPlainString();
            case Cell.NotRecorded _ -> "";
        };
    }

    /** {@code Tue 2 Jun 2026}, {@code 7:42}, {@code 1,234.50}. */
    String onPaper(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Name(String text, String _) -> text;
            case Cell.Day(var day) -> PAPER_DAY.format(day);
            case Cell.Moment(var at) -> moment(at);
            case Cell.Time(var length) -> clock(length);
            case Cell.Number(var value) -> String.format(Locale.US, "%,." + Math.max(0, value.scale()) + "f", value);
            case Cell.NotRecorded(String words) -> words;
        };
    }

    /** The two 01:30s of a night when clocks go back say which they are. */
    private String moment(Instant at) {
        var local = at.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        String words = (toTheMinute(at) ? PAPER_MOMENT : PAPER_SECOND).format(local);
        return twice ? words + ZONE.format(local) : words;
    }

    /** Whether it has no seconds: two moments of a minute don't look the same. */
    static boolean toTheMinute(Instant at) {
        return at.getEpochSecond() % SECONDS_A_MINUTE == 0;
    }

    /** Hours and minutes, as many hours as there are. */
    private static String clock(Duration length) {
        return String.format(Locale.ROOT, "%d:%02d", length.toHours(), length.toMinutesPart());
    }
}
