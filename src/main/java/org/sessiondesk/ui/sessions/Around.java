package org.sessiondesk.ui.sessions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worklist.SessionFilter;

/** What a screen round the editor does for it. */
public interface Around {

    /** Shows another session. */
    void open(UUID session);

    /** Goes on with the next one. */
    void openNext();

    /** The editor was left: what stands beside it gets the focus back. */
    void left();

    /** A person works on the session from now on; null for on none. */
    void editing(@Nullable UUID session);

    /** A session that wasn't there before was saved. */
    void added(UUID session);

    /** Something was saved or refused: what is beside the editor may be another by now. */
    void applied();

    /** The list whose problems are counted. */
    SessionFilter list();
}
