package org.sessiondesk.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of a settled day that isn't as it was settled.
 *
 * @param session null where it is about the day
 * @param settled what was signed or paid, as far as it differs
 * @param now what it is now, or what OnTime has
 */
public record LateDifference(
        LateKind kind,
        String driver,
        LocalDate day,
        @Nullable UUID session,
        @Nullable String vehicle,
        @Nullable Instant logIn,
        String settled,
        String now) {}
