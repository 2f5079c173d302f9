package org.sessiondesk.filing;

import org.sessiondesk.filing.BadRow.Reason;

/** A value that can't be read. */
final class RowFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final Reason reason;
    private final String value;
    private final long earlier;

    RowFault(String column, Reason reason, String value) {
        this(column, reason, value, 0);
    }

    private RowFault(String column, Reason reason, String value, long earlier) {
        // Many rows may be bad: no stack trace.
        super(reason.name(), null, false, false);
        this.column = column;
        this.reason = reason;
        this.value = value;
        this.earlier = earlier;
    }

    /** The ID stands in that line, too. */
    static RowFault twice(String column, String id, long earlier) {
        return new RowFault(column, Reason.ID_TWICE, id, earlier);
    }

    String column() {
        return column;
    }

    Reason reason() {
        return reason;
    }

    String value() {
        return value;
    }

    long earlier() {
        return earlier;
    }
}
