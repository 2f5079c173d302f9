package org.sessiondesk.ontime;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * OnTime's record of one log-in to log-out, its spellings already read. Null means that OnTime holds nothing there,
 * however it spelled that.
 *
 * @param text OnTime's record whole, as it came: a correction starts from it
 */
public record UserSession(
        @Nullable UUID id,
        @Nullable UUID userId,
        @Nullable UUID vehicle,
        LogInType logInType,
        @Nullable Instant logInTime,
        @Nullable Instant logOutTime,
        @Nullable Integer startMileage,
        @Nullable Integer endMileage,
        String text) {

    /** All but the ID and the text. */
    public UserSessionValues values() {
        return new UserSessionValues(userId, vehicle, logInType, logInTime, logOutTime, startMileage, endMileage);
    }

    /**
     * Whether all eight fields mean the same, whatever their spelling: instants to the microsecond, a mileage of 0 like
     * none (OnTime writes both as 0). The text is not compared.
     */
    public boolean sameValues(UserSession other) {
        return Objects.equals(id, other.id)
                && values().differences(other.values()).isEmpty();
    }
}
