package org.sessiondesk.worklist;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.Findings;
import org.sessiondesk.finding.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open problems of a list, in the order in which people take all of them. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class ListedProblems {

    private final ListedProblemQueries queries;
    private final Findings findings;
    private final InstantSource clock;

    ListedProblems(ListedProblemQueries queries, Findings findings, InstantSource clock) {
        this.queries = queries;
        this.findings = findings;
        this.clock = clock;
    }

    /** The problem after a place or before it, whether that one is in the list or not; without one the first or the last. */
    public Optional<Problem.Place> beside(SessionFilter list, Problem.@Nullable Place place, boolean forward) {
        var open = list.ofOpenProblems();
        if (open.equals(SessionFilter.ALL)) {
            return (forward ? findings.next(place) : findings.previous(place)).map(Problem::place);
        }
        return queries.step(open, place, forward, clock.instant());
    }

    /** How many come up to the place of an open problem, and how many there are. */
    public ProblemPlace place(SessionFilter list, Problem.Place place) {
        var open = list.ofOpenProblems();
        return open.equals(SessionFilter.ALL)
                ? new ProblemPlace(findings.upTo(place), findings.counts().sessions(), true)
                : queries.place(open, place, clock.instant());
    }
}
