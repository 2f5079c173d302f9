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

    /** What was put aside until a time in this period, and is a problem still. */
    public BackAgain back(Instant from, Instant to) {
        return queries.back(from, to);
    }

    /** Who is out, the longest first. */
    public List<StillOut> stillOut(int limit) {
        return queries.stillOut(limit, clock.instant());
    }
}
