package org.sessiondesk.judge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The driver's session before or after one, by log-in and id: as much of it as a vehicle's line has to know. */
public record Beside(
        UUID id,
        @Nullable UUID vehicle,
        Instant logIn,
        @Nullable Instant logOut) {}
