package org.sessiondesk.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionValues;

/** What OnTime's record of now means for an update that was made from an earlier one. Compares values, not spellings. */
sealed interface Comparison {

    /** Nothing is left to send: it is as the portal has it. */
    record AsWanted() implements Comparison {}

    /** It is as an earlier attempt left it that never got its answer. */
    record ArrivedEarlier(long version) implements Comparison {}

    /** It is as it was. */
    record Unchanged() implements Comparison {}

    /** Somebody changed it there. */
    record Changed() implements Comparison {}

    /**
     * @param now OnTime's record
     * @param base the record that the portal's values started from
     * @param sent what earlier attempts sent without an answer, the newest first
     */
    static Comparison of(UserSession now, @Nullable UserSession base, List<Sent> sent, UserSessionValues wanted) {
        if (same(now.values(), wanted)) {
            return new AsWanted();
        }
        if (base == null || same(now.values(), base.values())) {
            return new Unchanged();
        }
        for (var attempt : sent) {
            if (same(now.values(), attempt.values())) {
                return new ArrivedEarlier(attempt.version());
            }
        }
        return new Changed();
    }

    private static boolean same(UserSessionValues one, UserSessionValues other) {
        return one.differences(other).isEmpty();
    }

    /** The values that an attempt sent. */
    record Sent(long version, UserSessionValues values) {}
}
