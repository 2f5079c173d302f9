package org.sessiondesk.architecture.bad.ui;

import org.sessiondesk.architecture.bad.session.SessionIntake;

/** A screen that passes by the rights. */
class AtTheWrongDoor {

    String door() {
        return new SessionIntake().toString();
    }
}
