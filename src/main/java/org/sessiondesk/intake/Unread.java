package org.sessiondesk.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time of which OnTime has sessions that weren't read yet.
 *
 * @param done sessions of that time that are here
 * @param total about how many there are; absent while OnTime hasn't been asked for a list of that time
 * @param ends about when the reading is done; absent where that isn't known
 */
public record Unread(
        int done, @Nullable Integer total, @Nullable Instant ends) {}
