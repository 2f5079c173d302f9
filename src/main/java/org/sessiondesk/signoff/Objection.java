package org.sessiondesk.signoff;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;

/**
 * What stands against signing a day.
 *
 * @param rule what was found, of an error or a warning
 */
public record Objection(UUID session, Kind kind, @Nullable Rule rule) {

    static final Comparator<Objection> WORST_FIRST = Comparator.comparing(Objection::kind)
            .thenComparing(Objection::rule, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Of which kind, in the order in which they are told. */
    public enum Kind {
        /** Nobody has logged out of it. */
        OPEN,
        /** Something is wrong with it that nobody dismissed. */
        ERROR,
        /** OnTime refused what was sent. */
        REJECTED,
        /** It was changed in OnTime while ours was on the way. */
        CONFLICT,
        /** Nobody knows whether OnTime has it. */
        UNCERTAIN,
        /** It changed a moment ago and wasn't looked at yet. */
        BEING_CHECKED,
        /** It moves hours of another day that is signed: that one has to be opened first. */
        SIGNED_NEIGHBOUR,
        /** Something is remarkable about it: passes with a reason. */
        WARNING
    }
}
