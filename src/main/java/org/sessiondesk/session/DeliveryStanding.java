package org.sessiondesk.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.ontime.UserSession;

/** How a session stands with the sending above; answered by the room that delivers. */
public interface DeliveryStanding {

    /** The standing of each of these sessions; those that never had a delivery are left out. */
    Map<UUID, Standing> of(Collection<UUID> sessions);

    /** Of these records the IDs of those whose user and log-in a create carried that is on its way or may have arrived. */
    Set<UUID> awaited(Collection<UserSession> records);

    /** OnTime's record that the values of the session's waiting delivery started from; absent where it had none. */
    Optional<UserSession> startedFrom(UUID session);

    /** What was sent for the session without anybody's learning what became of it: in OnTime, it is ours. */
    List<SessionValues> unanswered(UUID session);

    /**
     * @param newestAttempt a number that grows with every attempt of any delivery of the session; 0 before the first
     * @param sending whether that attempt is under way
     * @param situation where the newest delivery is
     */
    record Standing(long newestAttempt, boolean sending, Situation situation) {

        /** Of a session that never had a delivery. */
        public static final Standing NONE = new Standing(0, false, Situation.SETTLED);

        /** Whether a delivery of the session is open: anything but accepted or withdrawn. */
        public boolean open() {
            return situation != Situation.SETTLED;
        }
    }

    /** Where a session's deliveries are, the most pressing first said. */
    enum Situation {
        /** None is open. */
        SETTLED,
        /** One waits and has never been tried, and none is ahead of it. */
        UNTRIED,
        /** One waits after attempts, is being sent, or one waits behind such a one. */
        UNDER_WAY,
        /** A create may have arrived; a person or a look-up decides. */
        UNCERTAIN,
        /** OnTime had changed the record; a person decides. */
        CONFLICT,
        /** OnTime refused it. */
        REJECTED
    }
}
