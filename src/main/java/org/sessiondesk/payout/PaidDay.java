package org.sessiondesk.payout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worktime.Hours;

/**
 * A driver's day in an export.
 *
 * @param driverName as it was then
 * @param payrollNumber as it was then; where there was none, as it is now
 * @param driver time as a driver, as signed
 * @param dispatcher time as a dispatcher only, as signed
 * @param now what is due in all
 * @param exportBefore the export that had the day before; null the first time
 * @param before what it paid; nothing the first time
 * @param withoutDistance sessions as a driver whose distance nobody recorded
 */
public record PaidDay(
        UUID driverId,
        String driverName,
        @Nullable String payrollNumber,
        LocalDate day,
        Duration driver,
        Duration dispatcher,
        Pay now,
        @Nullable Long exportBefore,
        Pay before,
        int withoutDistance) {

    /**
     * What is paid.
     *
     * @param distance absent, never 0, where none was recorded
     */
    public record Pay(
            Hours driver, Hours dispatcher, @Nullable Long distance) {

        /** What this is more than another, and less where it is less. */
        public Pay minus(Pay other) {
            return new Pay(
                    new Hours(driver.inMinutes() - other.driver.inMinutes()),
                    new Hours(dispatcher.inMinutes() - other.dispatcher.inMinutes()),
                    distance == null && other.distance == null ? null : told(distance) - told(other.distance));
        }

        private static long told(@Nullable Long distance) {
            return distance == null ? 0 : distance;
        }
    }

    /** What is to be paid with this export. */
    public Pay difference() {
        return now.minus(before);
    }
}
