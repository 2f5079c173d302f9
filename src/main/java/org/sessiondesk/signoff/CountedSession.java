package org.sessiondesk.signoff;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.worktime.Shift;

/**
 * A session as it is now, for what counts.
 *
 * @param distance as far as one may count
 */
record CountedSession(
        UUID id,
        long version,
        SessionValues values,
        @Nullable Long distance) {

    Shift shift() {
        return shift(id, values, distance);
    }

    static Shift shift(UUID id, SessionValues values, @Nullable Long distance) {
        return new Shift(
                id,
                values.type() == LogInType.DISPATCHER ? Shift.Kind.DISPATCHER : Shift.Kind.DRIVER,
                Objects.requireNonNull(values.logIn()),
                values.logOut(),
                distance);
    }
}
