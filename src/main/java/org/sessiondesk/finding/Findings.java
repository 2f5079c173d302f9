package org.sessiondesk.finding;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.session.SessionField;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of findings: those of a session, how many are open, and which comes next. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class Findings {

    private final FindingQueries queries;
    private final InstantSource clock;

    Findings(FindingQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** All of a session, errors first, dismissed ones last. */
    public List<StandingFinding> of(UUID session) {
        return queries.of(List.of(session)).getOrDefault(session, List.of());
    }

    /** As {@link #of(UUID)}, of many; sessions without any are left out. */
    public Map<UUID, List<StandingFinding>> of(Collection<UUID> sessions) {
        return sessions.isEmpty() ? Map.of() : queries.of(sessions);
    }

    /** The session among all problems, put aside or not; empty if nothing is open of it. */
    public Optional<Problem> problem(UUID session) {
        return queries.problem(session, clock.instant());
    }

    /** How many are open. */
    public ProblemCounts counts() {
        return queries.counts(clock.instant());
    }

    /** How many are open of each rule, errors first, the most frequent first; none of a rule that nothing is open of. */
    public List<RuleCount> byRule() {
        return queries.byRule(clock.instant());
    }

    /** The problem to take next: the first behind a place, or of all. */
    public Optional<Problem> next(Problem.@Nullable Place behind) {
        return queries.next(behind, clock.instant());
    }

    /** The problem before a place, or the last of all. */
    public Optional<Problem> previous(Problem.@Nullable Place before) {
        return queries.previous(before, clock.instant());
    }

    /** How many of the open problems come up to a place, the one there included: the 3 of "3 of 11". */
    public int upTo(Problem.Place place) {
        return queries.upTo(place, clock.instant());
    }

    /** What is put aside, the first to come back first. */
    public List<Problem> aside(int offset, int limit) {
        return queries.aside(offset, limit, clock.instant());
    }

    /** Which of a session's readings somebody said that nobody can tell. */
    public Set<SessionField> notKnown(UUID session) {
        return queries.notKnown(session);
    }

    /** When a vehicle got another odometer, the oldest first. */
    public List<NewOdometer> newOdometers(UUID vehicle) {
        return queries.newOdometers(vehicle);
    }
}
