package org.sessiondesk.finding;

import java.time.Duration;
import org.sessiondesk.judge.SiteLimits;

/** One of the limits that a site sets, and what may be set: so much, and no more, could anybody mean. */
public enum Limit {
    /** A session's distance, above which it is told; in the site's unit. */
    WARN_DISTANCE(1, 5_000),
    /** A session's minutes, above which it is told. */
    WARN_LENGTH(30, 7 * 24 * 60),
    /** Nobody drives farther in 24 hours; in the site's unit. */
    MOST_A_DAY(50, 5_000),
    /** Nobody drives faster on average, by the hour; in the site's unit. */
    TOP_SPEED(20, 300);

    private final int least;
    private final int most;

    Limit(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The smallest that may be set. */
    public int least() {
        return least;
    }

    /** The largest that may be set. */
    public int most() {
        return most;
    }

    /** This one of them. */
    public int of(SiteLimits limits) {
        return switch (this) {
            case WARN_DISTANCE -> limits.warnDistance();
            case WARN_LENGTH -> (int) limits.warnLength().toMinutes();
            case MOST_A_DAY -> limits.mostADay();
            case TOP_SPEED -> limits.topSpeed();
        };
    }

    /** The same limits, but for this one. */
    public SiteLimits in(SiteLimits limits, int value) {
        return new SiteLimits(
                limits.zone(),
                limits.unit(),
                this == WARN_DISTANCE ? value : limits.warnDistance(),
                this == WARN_LENGTH ? Duration.ofMinutes(value) : limits.warnLength(),
                this == MOST_A_DAY ? value : limits.mostADay(),
                this == TOP_SPEED ? value : limits.topSpeed());
    }

    /** Whether it may be set so. */
    public boolean allows(int value) {
        return value >= least && value <= most;
    }
}
