package org.sessiondesk.judge.line;

import org.sessiondesk.judge.SiteLimits;

/**
 * How unlikely things are: negative logarithms of probabilities, against what is usual. A cost of 0 is the usual itself,
 * 7 about one in a thousand.
 */
final class Costs {

    /** That a hand slips, before the kind of slip is known. */
    static final double SLIP = 5.0;
    /** A wrong reading that nothing explains. */
    static final double UNKNOWN = 19;
    /** Both readings of a session belong to a vehicle that nobody knows. */
    static final double STRANGER = 16;
    /** The same, and another vehicle's line is open for exactly these. */
    static final double STRANGER_AT_HOME = 7;
    /** The same, and another line is open on one side and contradicts on the other. */
    static final double STRANGER_PERHAPS = 11;
    /** The same, and no other line would take them. */
    static final double STRANGER_NOWHERE = 20;

    /** A stranger's readings, and yet they stand right beside one of the line's. */
    static final double BY_CHANCE = 5;

    static final double EACH_OF_SWAPPED = 3.5;
    static final double TRIP = 5.5;
    static final double TRIP_AT_START = 11;
    static final double UNIT = 7;
    static final double UNIT_AGAIN = -5.5;
    static final double ZERO = 6.5;
    /** The vehicle got another odometer and nobody said so. */
    static final double BREAK = 21;
    /** What can't be. */
    static final double NEVER = 1_000;

    private static final double IMPOSSIBLE_IN_THE_TIME = 12;
    private static final double HOUR = 3_600;

    private final Usual usual;
    private final SiteLimits limits;

    Costs(Usual usual, SiteLimits limits) {
        this.usual = usual;
        this.limits = limits;
    }

    Usual usual() {
        return usual;
    }

    /** Of a session's distance. */
    double distance(double distance, long seconds) {
        if (distance < 0) {
            return NEVER;
        }
        if (distance == 0) {
            return 3;
        }
        return distance(distance, seconds, usual.distance());
    }

    /** The same of a session whose length is known. */
    double session(double distance, long length) {
        return distance <= 0 ? distance(distance, length) : distance(distance, length, usual.distance(length));
    }

    private double distance(double distance, long seconds, double expected) {
        double mode = expected * Math.exp(-usual.spread() * usual.spread());
        double cost = Math.log(density(mode, expected) / density(distance, expected));
        return Math.max(0, cost) + (possible(distance, seconds) ? 0 : IMPOSSIBLE_IN_THE_TIME);
    }

    /** Log-normal, with some short moves and a long tail that is never quite zero. */
    private double density(double distance, double expected) {
        double z = Math.log(distance / expected) / usual.spread();
        double normal = Math.exp(-z * z / 2) / (distance * usual.spread() * 2.5066);
        double far = distance + expected;
        return 0.94 * normal + (distance <= 20 ? 0.02 / 20 : 0) + 0.04 * expected / (far * far);
    }

    /** Of the miles between an end and the next start. */
    double gap(double gap, long seconds) {
        if (gap < 0) {
            return NEVER;
        }
        if (gap <= usual.gapLimit()) {
            double off = Math.abs(gap - usual.gap());
            return gap <= 3 || off <= 2 ? off * 0.15 : Math.min(4.5, 1.5 + off * 0.15);
        }
        double hours = seconds / HOUR;
        double unseen = hours >= 20 ? 10 : hours >= 4 ? 11.5 : 13;
        double cost = unseen + Math.min(5, distance(gap, Long.MAX_VALUE));
        return possible(gap, seconds) ? cost : cost + IMPOSSIBLE_IN_THE_TIME;
    }

    /** Of a distance over several sessions, of which at least {@code least} were driven. */
    double several(double distance, int least, int most, long seconds) {
        if (distance < 0) {
            return NEVER;
        }
        double low = least * usual.distance() * Math.exp(-1.5 * usual.spread());
        double high = Math.max(1, most) * usual.most() + usual.gapLimit();
        double cost = distance < low ? Math.min(5, 3 * Math.log((low + 1) / (distance + 1))) : 0;
        if (distance > high) {
            cost = Math.min(12, 1 + 4 * Math.log(distance / high));
        }
        return possible(distance, seconds) ? cost : cost + IMPOSSIBLE_IN_THE_TIME;
    }

    /** Whether anybody can drive that far in that time. */
    boolean possible(double distance, long seconds) {
        if (distance <= 20) {
            return true;
        }
        double hours = Math.max(0, seconds) / HOUR;
        return distance <= limits.topSpeed() * hours + 20 && distance <= limits.mostADay() * Math.max(1, hours / 24);
    }
}
