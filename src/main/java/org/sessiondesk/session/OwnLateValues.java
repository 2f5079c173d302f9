package org.sessiondesk.session;

import java.util.UUID;
import org.sessiondesk.ontime.UserSession;

/**
 * Old values of ours that a reading finds in OnTime are no change made there: a try that nothing was heard of has landed
 * after newer ones. Answered by the room that delivers.
 */
public interface OwnLateValues {

    /**
     * Whether that is so; then the newest values are queued again, in the current transaction. Asked with the session
     * locked and no delivery of it open.
     */
    boolean sendNewestAgain(UUID session, UserSession found);
}
