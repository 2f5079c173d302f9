package org.sessiondesk.signoff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worktime.DayTotals;

/**
 * A person's word that a driver's day is right, as it stands.
 *
 * @param by the account
 * @param reason why in spite of warnings
 * @param totals what counted then
 */
public record SignOff(
        UUID id,
        DriverDay day,
        UUID by,
        Instant at,
        @Nullable String reason,
        DayTotals totals) {}
