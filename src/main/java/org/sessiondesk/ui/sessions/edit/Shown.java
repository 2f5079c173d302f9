package org.sessiondesk.ui.sessions.edit;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SessionValues;

/**
 * What stands beside the new values.
 *
 * @param first the driver's own entry; absent for a session added by the office
 * @param now OnTime's newest; absent until OnTime has the session
 */
record Shown(@Nullable SessionValues first, @Nullable SessionValues now) {

    static final Shown NOTHING = new Shown(null, null);

    static Shown of(DriverSession session) {
        return new Shown(
                session.asFirstRead(), session.lastKnown() == null ? null : SessionValues.of(session.lastKnown()));
    }
}
