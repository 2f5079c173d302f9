package org.sessiondesk.signoff;

import org.jspecify.annotations.Nullable;

/** Why something is done, as people type it. */
final class Reasons {

    private Reasons() {}

    static @Nullable String orNone(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : needed(reason);
    }

    /** @throws IllegalArgumentException if there is none, or it can't be kept */
    static String needed(String reason) {
        var stripped = reason.strip();
        if (stripped.isEmpty() || stripped.length() > DayToSign.LONGEST_REASON || stripped.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a reason of " + stripped.length() + " characters");
        }
        return stripped;
    }
}
