package org.sessiondesk.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Finding;

/**
 * A finding that stands.
 *
 * @param foundAt when it was seen first
 * @param dismissed absent while it is open
 */
public record StandingFinding(
        Finding finding, Instant foundAt, @Nullable Dismissed dismissed) {

    /**
     * Somebody said that it is none.
     *
     * @param reason null once it was erased
     */
    public record Dismissed(
            UUID person, Instant at, @Nullable String reason) {}
}
