package org.sessiondesk.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asked before a person's change is written, with the session locked, by rooms above that lock days. What it answers holds
 * until the current transaction ends.
 */
public interface CorrectionVeto {

    /**
     * What keeps the session from changing from the one to the other; empty where it may.
     *
     * @param session null for one to be added
     * @param before equal to {@code after} for a new session, and where something else of it changes
     */
    Optional<SettledBy> against(@Nullable UUID session, SessionValues before, SessionValues after);
}
