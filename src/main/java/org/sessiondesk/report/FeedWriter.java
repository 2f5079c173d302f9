package org.sessiondesk.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in one form. Not closed by itself: what broke off must not look whole. */
interface FeedWriter {

    /** The next row, its values in the order of the feed's names. */
    void row(List<@Nullable Object> values) throws IOException;

    /** That was all. */
    void end() throws IOException;
}
