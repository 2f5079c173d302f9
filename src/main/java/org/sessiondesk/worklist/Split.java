package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The other half of a session that was split in two.
 *
 * @param correction of this session, by which it was split
 * @param other the other session
 * @param otherCorrection of that one
 * @param into whether this session was there before, and the other one was added
 * @param vehicle the other one's name; absent without one
 * @param logIn the other one's
 */
public record Split(
        UUID correction,
        UUID other,
        UUID otherCorrection,
        boolean into,
        @Nullable String vehicle,
        @Nullable Instant logIn) {}
