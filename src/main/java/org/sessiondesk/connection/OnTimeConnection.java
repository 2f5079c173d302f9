package org.sessiondesk.connection;

import org.sessiondesk.account.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** The connection to OnTime as people see it, and their one way to hurry it. */
@Component
public class OnTimeConnection {

    private final Gate gate;

    OnTimeConnection(Gate gate) {
        this.gate = gate;
    }

    /** How the site stands with OnTime now. */
    @PreAuthorize(Role.MAY_VIEW)
    public GateState state() {
        return gate.state();
    }

    /** Lets the next request through at once, whatever failed before; OnTime's own limit still holds. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void tryNow() {
        gate.tryNow();
    }
}
