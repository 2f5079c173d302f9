package org.sessiondesk.audit;

import java.util.UUID;

/** Who did it. Names never enter the trail, so a person is the account's id alone. */
public sealed interface Actor {

    /** Somebody signed in to Session Desk. */
    record Person(UUID account) implements Actor {}

    /** The portal itself, on nobody's order. */
    record System() implements Actor {}

    /** OnTime, whose records or answers the portal only took over. */
    record OnTime() implements Actor {}

    static Actor person(UUID account) {
        return new Person(account);
    }

    static Actor system() {
        return new System();
    }

    static Actor onTime() {
        return new OnTime();
    }
}
