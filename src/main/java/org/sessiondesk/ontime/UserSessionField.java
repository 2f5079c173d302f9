package org.sessiondesk.ontime;

/** The seven members of OnTime's UserSession that a correction may replace; its ID never changes. */
public enum UserSessionField {
    USER_ID("UserID"),
    VEHICLE("Vehicle"),
    LOG_IN_TYPE("LogInType"),
    LOG_IN_TIME("LogInTime"),
    LOG_OUT_TIME("LogOutTime"),
    START_MILEAGE("StartMileage"),
    END_MILEAGE("EndMileage");

    private final String wireName;

    UserSessionField(String wireName) {
        this.wireName = wireName;
    }

    /** OnTime's own spelling of the member. */
    public String wireName() {
        return wireName;
    }
}
