package org.sessiondesk.daycheck;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.signoff.EarlierSignOff;
import org.sessiondesk.signoff.NotWorked;
import org.sessiondesk.signoff.SignOff;

/**
 * What people said about a driver's day.
 *
 * @param signOff as it stands
 * @param notWorked that nobody worked; heeded only while nothing counts
 * @param earlier a signature that fell
 */
public record RowSettled(
        @Nullable SignOff signOff,
        @Nullable NotWorked notWorked,
        @Nullable EarlierSignOff earlier) {

    /** Nothing. */
    public static final RowSettled NOTHING = new RowSettled(null, null, null);
}
