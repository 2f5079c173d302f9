package org.sessiondesk.worktime;

import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What counts on a day.
 *
 * @param driver time as a driver, no moment of it twice
 * @param dispatcher time as a dispatcher only
 * @param distance of the sessions that have one; absent, never 0, where none has
 * @param sessions how many count on this day
 * @param open those without a log-out: they count as open and not as time
 * @param unknown those with a log-out before the log-in: they count as no time either
 * @param withoutDistance sessions as a driver that tell no distance
 */
public record DayTotals(
        Duration driver,
        Duration dispatcher,
        @Nullable Long distance,
        int sessions,
        int open,
        int unknown,
        int withoutDistance) {

    /** Nothing at all. */
    public static final DayTotals NONE = new DayTotals(Duration.ZERO, Duration.ZERO, null, 0, 0, 0, 0);

    /** Both together: of several people or several days. */
    public DayTotals plus(DayTotals other) {
        return new DayTotals(
                driver.plus(other.driver),
                dispatcher.plus(other.dispatcher),
                both(distance, other.distance, Long::sum),
                sessions + other.sessions,
                open + other.open,
                unknown + other.unknown,
                withoutDistance + other.withoutDistance);
    }

    static DayTotals of(Shift shift) {
        boolean untold = shift.kind() == Shift.Kind.DRIVER && shift.distance() == null;
        return new DayTotals(
                Duration.ZERO,
                Duration.ZERO,
                shift.distance(),
                1,
                shift.isOpen() ? 1 : 0,
                !shift.isOpen() && shift.time() == null ? 1 : 0,
                untold ? 1 : 0);
    }

    static DayTotals of(Shift.Kind kind, Duration time) {
        return kind == Shift.Kind.DRIVER
                ? new DayTotals(time, Duration.ZERO, null, 0, 0, 0, 0)
                : new DayTotals(Duration.ZERO, time, null, 0, 0, 0, 0);
    }

    private static @Nullable Long both(
            @Nullable Long one, @Nullable Long other, BiFunction<Long, Long, Long> together) {
        return one == null ? other : other == null ? one : together.apply(one, other);
    }
}
