package org.sessiondesk.worklist;

/** In which order a list holds its sessions. One driver's or vehicle's follow by log-in, newest first. */
public record SessionSort(Key key, boolean ascending) {

    /** Newest log-in first. */
    public static final SessionSort NEWEST_FIRST = new SessionSort(Key.LOG_IN, false);

    /** What is compared. */
    public enum Key {
        LOG_IN,
        LOG_OUT,
        DRIVER,
        VEHICLE,
        DISTANCE
    }
}
