package org.sessiondesk.session;

import java.util.Optional;

/** Asked before a person's change is written, by rooms above that lock days. */
public interface CorrectionVeto {

    /**
     * Why the session may not change from the one to the other, in words for a person; empty where it may.
     *
     * @param before equal to {@code after} for a new session
     */
    Optional<String> against(SessionValues before, SessionValues after);
}
