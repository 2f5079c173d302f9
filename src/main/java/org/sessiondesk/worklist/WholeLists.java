package org.sessiondesk.worklist;

import java.time.Instant;
import java.time.InstantSource;
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
    private final InstantSource clock;

    WholeLists(WholeListQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
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

    /**
     * The findings that nobody dismissed of the sessions of a list, the newest log-in first. A list of one kind of problem
     * has no others of its sessions.
     */
    public void findings(SessionFilter filter, Consumer<ListedFinding> row) {
        queries.findings(filter, clock.instant(), row);
    }

    /** The sessions, as of {@link #findings(Instant, Instant, Consumer)}; a session without a log-in is among them where neither end is given. */
    public void sessions(@Nullable Instant from, @Nullable Instant to, Consumer<WholeSession> row) {
        queries.sessions(from, to, row);
    }
}
