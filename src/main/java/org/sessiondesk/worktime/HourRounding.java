package org.sessiondesk.worktime;

import java.time.Duration;

/** To what a site rounds a day's time when it pays: to the nearest, half of it up. */
public enum HourRounding {
    MINUTE(1),
    FIVE_MINUTES(5),
    TENTH_OF_AN_HOUR(6),
    QUARTER_OF_AN_HOUR(15);

    private final long seconds;

    HourRounding(int minutes) {
        this.seconds = Duration.ofMinutes(minutes).toSeconds();
    }

    /** What times are rounded to a multiple of. */
    public Duration step() {
        return Duration.ofSeconds(seconds);
    }

    /** A day's time as it is paid. A period's is the sum of its days' as paid, so that the paper adds up. */
    public Hours round(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("No time is less than none: " + time);
        }
        long steps = (time.toSeconds() + seconds / 2) / seconds;
        return new Hours(Duration.ofSeconds(steps * seconds).toMinutes());
    }
}
