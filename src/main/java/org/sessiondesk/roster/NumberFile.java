package org.sessiondesk.roster;

import java.util.List;
import org.sessiondesk.sheet.FileRefusal;

/** A file with payroll numbers, as somebody sent it. */
public sealed interface NumberFile {

    /** What stands in it, line by line. */
    record Lines(List<FiledNumber> lines) implements NumberFile {}

    /** It isn't looked into any further. */
    record Refused(FileRefusal refusal) implements NumberFile {}

    /**
     * It has no column of that kind.
     *
     * @param columns those that it has
     */
    record ColumnMissing(Which which, List<String> columns) implements NumberFile {}

    /** Which column is looked for. */
    enum Which {
        /** The OnTime ID, the name, or first and last name. */
        DRIVER,
        NUMBER
    }
}
