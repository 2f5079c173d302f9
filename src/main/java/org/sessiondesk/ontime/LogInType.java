package org.sessiondesk.ontime;

/** How a user logged in. OnTime writes a name or the ordinal of this order; both are read, the name is written. */
public enum LogInType {
    UNDEFINED("Undefined"),
    DISPATCHER("Dispatcher"),
    DRIVER("Driver");

    private final String wireName;

    LogInType(String wireName) {
        this.wireName = wireName;
    }

    /** OnTime's own spelling, as it is sent. */
    public String wireName() {
        return wireName;
    }
}
