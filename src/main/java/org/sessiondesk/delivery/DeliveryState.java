package org.sessiondesk.delivery;

/** Where a delivery is, as people see it. All but {@link #HELD} are stored. */
public enum DeliveryState {
    WAITING,
    SENDING,
    ACCEPTED,
    REJECTED,
    /** Waiting, while the gate to OnTime is closed. */
    HELD,
    UNCERTAIN,
    CONFLICT,
    WITHDRAWN;

    /** Whether something is still to happen with it. */
    public boolean open() {
        return this != ACCEPTED && this != WITHDRAWN;
    }
}
