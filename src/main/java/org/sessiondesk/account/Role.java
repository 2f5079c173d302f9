package org.sessiondesk.account;

/** What a person may do; the authority in Spring Security is {@code ROLE_} and the name. */
public enum Role {
    /** Views, corrects, signs off. */
    SUPERVISOR,
    /** Views, signs off, exports, closes pay periods; corrects nothing. */
    PAYROLL,
    /** Sees everything but People and Settings, verifies; changes nothing. */
    AUDITOR,
    /** Manages people and the connection, and may do what a supervisor may. */
    ADMINISTRATOR;

    /** For {@code @PreAuthorize}: those who may change a driver session. */
    public static final String MAY_CORRECT = "hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')";

    /** For {@code @PreAuthorize}: those who may sign a driver's day. */
    public static final String MAY_SIGN = "hasAnyRole('SUPERVISOR', 'PAYROLL', 'ADMINISTRATOR')";

    /** For {@code @PreAuthorize}: those who may close a pay period and open it again. */
    public static final String MAY_CLOSE = "hasAnyRole('PAYROLL', 'ADMINISTRATOR')";

    /** For {@code @PreAuthorize}: those who may look at sessions, deliveries and readings. */
    public static final String MAY_VIEW = "hasAnyRole('SUPERVISOR', 'PAYROLL', 'AUDITOR', 'ADMINISTRATOR')";

    /** For {@code @PreAuthorize}: those who manage people and the connection. */
    public static final String MAY_ADMINISTER = "hasRole('ADMINISTRATOR')";

    /** As {@link #MAY_CORRECT}. */
    public boolean mayCorrect() {
        return this == SUPERVISOR || this == ADMINISTRATOR;
    }

    /** As {@link #MAY_SIGN}. */
    public boolean maySign() {
        return this != AUDITOR;
    }

    /** As {@link #MAY_CLOSE}. */
    public boolean mayClose() {
        return this == PAYROLL || this == ADMINISTRATOR;
    }
}
