package org.sessiondesk.architecture.bad.ui;

import org.sessiondesk.architecture.bad.delivery.inner.Hidden;

/** An upper room that knows a lower one's inside. */
class ReachesPastAFace {

    private final Hidden hidden = new Hidden();

    @Override
    public String toString() {
        return hidden.toString();
    }
}
