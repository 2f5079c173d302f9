package org.sessiondesk.ui.sessions.edit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionValues;

/**
 * A session in two: its driver changed vehicles.
 *
 * @param whole as it is
 * @param at where the first part ends and the second begins
 * @param firstEnd the first vehicle's reading then; absent where not recorded
 * @param vehicle the second one
 * @param secondStart its reading then
 * @param secondEnd its reading at the end
 */
record SplitPlan(
        SessionValues whole,
        Instant at,
        @Nullable Integer firstEnd,
        UUID vehicle,
        @Nullable Integer secondStart,
        @Nullable Integer secondEnd) {

    SessionValues first() {
        return new SessionValues(
                whole.driver(), whole.vehicle(), whole.type(), whole.logIn(), at, whole.startMileage(), firstEnd);
    }

    SessionValues second() {
        return new SessionValues(whole.driver(), vehicle, whole.type(), at, whole.logOut(), secondStart, secondEnd);
    }

    /** Whether the second part is the one that OnTime knows already: its driver is still logged in, and will log out of it. */
    boolean keepsSecond() {
        return whole.logOut() == null;
    }

    /** The part that stays the session that it was. */
    SessionValues kept() {
        return keepsSecond() ? second() : first();
    }

    /** The part that is added. */
    SessionValues added() {
        return keepsSecond() ? first() : second();
    }

    /** One correction and one new session. */
    List<SessionCommand> commands(UUID session, long version, Reason reason, @Nullable String note, UUID request) {
        return List.of(
                new SessionCommand.Correct(session, version, kept(), whole.differences(kept()), reason, note),
                new SessionCommand.Create(added(), reason, note, request));
    }
}
