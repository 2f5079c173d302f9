package org.sessiondesk.fleet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Problems that were put aside until a time.
 *
 * @param first the one to begin with; absent if there is none
 */
public record BackAgain(int sessions, @Nullable UUID first) {}
