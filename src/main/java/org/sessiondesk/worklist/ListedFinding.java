package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what people know its session by.
 *
 * @param session its own ID
 * @param driver the name, or the first 8 digits of an id that no reading has brought; null without a driver
 * @param vehicle as {@code driver}
 */
public record ListedFinding(
        UUID session,
        @Nullable String driver,
        @Nullable String vehicle,
        @Nullable Instant logIn,
        FindingLine finding) {}
