package org.sessiondesk.ui.sessions.problem;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.Findings;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.finding.ProblemCounts;
import org.sessiondesk.worklist.ListedProblems;
import org.sessiondesk.worklist.ProblemPlace;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.Worklist;
import org.springframework.stereotype.Component;

/** What the screen asks about problems. */
@Component
public class ProblemDesk {

    private final Findings findings;
    private final FindingActs acts;
    private final ListedProblems listed;
    private final Worklist worklist;
    private final People people;

    ProblemDesk(Findings findings, FindingActs acts, ListedProblems listed, Worklist worklist, People people) {
        this.findings = findings;
        this.acts = acts;
        this.listed = listed;
        this.worklist = worklist;
        this.people = people;
    }

    /** How many are open, and how many put aside. */
    public ProblemCounts counts() {
        return findings.counts();
    }

    /** Where a session stands among all problems; empty if it is none. */
    public Optional<Problem.Place> place(UUID session) {
        return findings.problem(session).map(Problem::place);
    }

    /** The list's problem after a place or before it; without one the first or the last. */
    public Optional<Problem.Place> beside(SessionFilter list, Problem.@Nullable Place place, boolean forward) {
        return listed.beside(list, place, forward);
    }

    Situation of(UUID session) {
        var standing = findings.of(session);
        var others = standing.stream()
                .map(each -> each.finding().contradicts())
                .filter(Objects::nonNull)
                .filter(other -> !other.equals(session))
                .collect(Collectors.toSet());
        Map<UUID, SessionLine> lines =
                worklist.lines(others).stream().collect(Collectors.toMap(SessionLine::id, Function.identity()));
        return new Situation(standing, findings.problem(session).orElse(null), findings.notKnown(session), lines);
    }

    ProblemPlace among(SessionFilter list, Problem.Place place) {
        return listed.place(list, place);
    }

    FindingActs acts() {
        return acts;
    }

    String person(UUID id) {
        return people.name(id);
    }
}
