package org.sessiondesk.architecture.bad.session;

import org.sessiondesk.architecture.bad.delivery.Deliveries;

/** A lower room that knows an upper one. */
class ReachesUp {

    String upper() {
        return new Deliveries().toString();
    }
}
