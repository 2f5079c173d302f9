package org.sessiondesk.database;

/** The start ends here. The message is the one line that an operator reads: what is wrong and what to do about it. */
public final class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseRefused(String oneLine) {
        super(oneLine);
    }

    DatabaseRefused(String oneLine, Throwable cause) {
        super(oneLine, cause);
    }
}
