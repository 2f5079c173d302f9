package org.sessiondesk.filing;

import java.util.List;
import org.sessiondesk.sheet.RawRow;

/**
 * A record that isn't taken in.
 *
 * @param line where it begins
 * @param column the file's name of what is wrong; empty where that is the record as a whole
 * @param value what stands there, cut to what a screen can show
 * @param cells the record's values in the order of the columns; empty where only shown
 */
public record BadRow(long line, String column, Reason reason, String value, List<String> cells) {

    private static final int SHOWN = 100;

    /** What is wrong. */
    public enum Reason {
        /** More or fewer values than the head line has columns. */
        CELLS,
        /** A JSON record that names a member twice, or is none. */
        NO_RECORD,
        ID_MISSING,
        /** The value is the line in which the ID stands before. */
        ID_TWICE,
        NO_ID,
        NO_TIME,
        /** The clocks were put forward over this time. */
        MISSING_HOUR,
        /** The clocks were put back: it was this time twice. */
        REPEATED_HOUR,
        NO_NUMBER,
        /** Dots where there may be thousands or a fraction. */
        DOTTED_NUMBER,
        NO_TYPE,
        NO_YES_OR_NO,
        NO_TEXT,
        /** A session that isn't known yet, without its driver. */
        NEW_WITHOUT_DRIVER,
        /** A session that isn't known yet, without its log-in. */
        NEW_WITHOUT_LOG_IN
    }

    static BadRow of(RawRow row, List<String> columns, String column, Reason reason, String value) {
        var byName = row.byName();
        return new BadRow(
                row.line(),
                column,
                reason,
                value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…",
                columns.stream()
                        .map(name -> {
                            var cell = byName.get(name);
                            return cell == null ? "" : cell.text();
                        })
                        .toList());
    }

    BadRow onlyShown() {
        return new BadRow(line, column, reason, value, List.of());
    }
}
