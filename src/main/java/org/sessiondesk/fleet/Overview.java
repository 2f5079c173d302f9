package org.sessiondesk.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.sessiondesk.account.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody this morning. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class Overview {

    private final OverviewQueries queries;
    private final InstantSource clock;

    Overview(OverviewQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** What is wrong with the sessions that began in a period. */
    public DayProblems problems(Instant from, Instant to) {
        return queries.problems(from, to, clock.instant());
    }

    /** How many sessions were put aside until now or earlier, and are problems still. */
    public int due() {
        return queries.due(clock.instant());
    }

    /** Who is out, the longest first. */
    public List<StillOut> stillOut(int limit) {
        return queries.stillOut(limit, clock.instant());
    }
}
