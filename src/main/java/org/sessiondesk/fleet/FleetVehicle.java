package org.sessiondesk.fleet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle among all. Equal by its id, so that a list can replace a row that changed.
 *
 * @param name the Fleet ID, else the plate, else the first 8 digits of the id
 * @param reading the newest of its last sessions; absent if none of them has one
 * @param readAt when that session began
 * @param errors open ones of its sessions, as are warnings; what is put aside counts in neither
 */
public record FleetVehicle(
        UUID id,
        String name,
        @Nullable String fleetId,
        @Nullable String plate,
        boolean company,
        @Nullable Integer reading,
        @Nullable Instant readAt,
        int errors,
        int warnings) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FleetVehicle that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
