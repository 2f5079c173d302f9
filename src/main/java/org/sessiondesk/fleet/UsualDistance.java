package org.sessiondesk.fleet;

/**
 * How far a vehicle usually goes in a session: eight of ten went between these.
 *
 * @param sessions so many were looked at
 */
public record UsualDistance(int least, int most, int sessions) {

    /** Whether a session of that distance is one of the eight. */
    public boolean holds(int distance) {
        return distance >= least && distance <= most;
    }
}
