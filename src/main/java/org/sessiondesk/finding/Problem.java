package org.sessiondesk.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session with open findings.
 *
 * @param hanging findings of other sessions that are measured against it: settling it may settle them
 * @param aside absent unless it is put aside
 */
public record Problem(
        UUID session,
        int errors,
        int warnings,
        int hanging,
        Place place,
        @Nullable Aside aside) {

    /**
     * Where it stands among all problems: what settles most first, errors before warnings, then by vehicle and time. It
     * says where to go on, whether the problem is still there or not.
     *
     * @param turn the lower, the sooner
     * @param vehicle all zero for none
     */
    public record Place(int turn, UUID vehicle, Instant logIn, UUID session) {}

    /**
     * Put aside by somebody.
     *
     * @param note null if there is none
     */
    public record Aside(
            Instant until,
            UUID person,
            Instant at,
            @Nullable String note) {}
}
