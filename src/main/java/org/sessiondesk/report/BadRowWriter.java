package org.sessiondesk.report;

import java.io.Closeable;
import java.io.IOException;
import org.sessiondesk.filing.BadRow;

/** Bad records in one form of file. */
interface BadRowWriter extends Closeable {

    /** The next one, with why it is bad. */
    void write(BadRow row, String reason) throws IOException;
}
