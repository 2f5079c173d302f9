package org.sessiondesk.filing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.RawRow;
import org.sessiondesk.sheet.RawRow.Cell;
import org.sessiondesk.sheet.ShownText;

/**
 * A record that isn't taken in.
 *
 * @param line where it begins
 * @param column the file's name of what is wrong; empty where that is the record as a whole
 * @param value what stands there, cut to what a screen can show
 * @param earlier the line in which the same ID stands before; 0 where that isn't the reason
 * @param cells of a CSV all values as they stand, however many; empty of JSON, and where only shown
 * @param record of JSON the record as it stands; absent of a CSV, and where only shown
 */
public record BadRow(
        long line,
        String column,
        Reason reason,
        String value,
        long earlier,
        List<String> cells,
        @Nullable String record) {

    private static final int SHOWN = 100;

    /** What is wrong. */
    public enum Reason {
        /** More or fewer values than the head line has columns. */
        CELLS,
        /** A JSON record that names a member twice. */
        NO_RECORD,
        /** Of a JSON list what is no object. */
        NO_OBJECT,
        ID_MISSING,
        /** The ID of another record before it. */
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

    static BadRow of(RawRow row, RowFault fault) {
        return new BadRow(
                row.line(),
                ShownText.cut(fault.column(), SHOWN),
                fault.reason(),
                ShownText.cut(fault.value(), SHOWN),
                fault.earlier(),
                row.record() != null ? List.of() : cells(row),
                row.record());
    }

    /** No more than there were: a row with too few or too many must be one when it comes back. */
    private static List<String> cells(RawRow row) {
        return Stream.concat(row.cells().values().stream().map(Cell::text), row.surplus().stream())
                .toList();
    }

    BadRow onlyShown() {
        return new BadRow(line, column, reason, value, earlier, List.of(), null);
    }
}
