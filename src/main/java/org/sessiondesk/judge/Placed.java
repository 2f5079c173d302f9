package org.sessiondesk.judge;

import org.jspecify.annotations.Nullable;

/**
 * A session in its vehicle's line, with its driver's sessions before and after it.
 *
 * @param before the driver's session before, whatever its vehicle; none for a session without driver
 * @param after the driver's session after
 */
public record Placed(
        LineSession session,
        @Nullable Beside before,
        @Nullable Beside after) {}
