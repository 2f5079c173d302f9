package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What programs take away whole, the oldest log-in first. Each list is one statement in a transaction that only reads, so
 * it is as everything stood at one moment, however long it takes; a few hundred rows are held at a time.
 */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class WholeLists {

    private final WholeListQueries queries;

    WholeLists(WholeListQueries queries) {
        this.queries = queries;
    }

    /**
     * The findings that nobody dismissed, those put aside among them, of sessions that OnTime has given an ID.
     *
     * @param from log-ins from this instant on; null for all
     * @param to log-ins before this instant; null for all
     */
    public void findings(@Nullable Instant from, @Nullable Instant to, Consumer<FindingLine> row) {
        queries.findings(from, to, row);
    }

    /** The sessions, as of {@link #findings}; a session without a log-in is among them where neither end is given. */
    public void sessions(@Nullable Instant from, @Nullable Instant to, Consumer<WholeSession> row) {
        queries.sessions(from, to, row);
    }
}
