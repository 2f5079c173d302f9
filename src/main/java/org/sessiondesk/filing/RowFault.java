package org.sessiondesk.filing;

import org.sessiondesk.filing.BadRow.Reason;

/** A value that can't be read. */
final class RowFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final Reason reason;
    private final String value;

    RowFault(String column, Reason reason, String value) {
        // Many rows may be bad: no stack trace.
        super(reason.name(), null, false, false);
        this.column = column;
        this.reason = reason;
        this.value = value;
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
}
