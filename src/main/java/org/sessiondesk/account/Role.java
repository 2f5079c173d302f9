package org.sessiondesk.account;

/** What a person may do; the authority in Spring Security is {@code ROLE_} and the name. */
public enum Role {
    /** Views, corrects, signs off. */
    SUPERVISOR,
    /** Views, exports, closes pay periods; corrects nothing. */
    PAYROLL,
    /** Sees everything but People and Settings, verifies; changes nothing. */
    AUDITOR,
    /** Manages people and the connection, and may do what a supervisor may. */
    ADMINISTRATOR;

    /** For {@code @PreAuthorize}: those who may change a driver session. */
    public static final String MAY_CORRECT = "hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')";

    /** For {@code @PreAuthorize}: those who may look at sessions, deliveries and readings. */
    public static final String MAY_VIEW = "hasAnyRole('SUPERVISOR', 'PAYROLL', 'AUDITOR', 'ADMINISTRATOR')";

    /** For {@code @PreAuthorize}: those who manage people and the connection. */
    public static final String MAY_ADMINISTER = "hasRole('ADMINISTRATOR')";

    /** As {@link #MAY_CORRECT}. */
    public boolean mayCorrect() {
        return this == SUPERVISOR || this == ADMINISTRATOR;
    }
}
