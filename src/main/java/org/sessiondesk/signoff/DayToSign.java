package org.sessiondesk.signoff;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A driver's day that a person wants to sign.
 *
 * @param seen exactly the sessions that count on it and their versions, as the person saw them; others there by now refuse it
 * @param reason why in spite of warnings, at most 2,000 characters; absent where nobody was asked
 */
public record DayToSign(
        DriverDay day, Map<UUID, Long> seen, @Nullable String reason) {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 2_000;

    public DayToSign {
        seen = Map.copyOf(seen);
        reason = Reasons.orNone(reason);
    }
}
