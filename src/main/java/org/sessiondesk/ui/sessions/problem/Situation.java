package org.sessiondesk.ui.sessions.problem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.finding.StandingFinding;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.worklist.SessionLine;

/**
 * All that is said about one session.
 *
 * @param findings those that are open, the worst first, then those that were dismissed
 * @param problem absent where none is open
 * @param notKnown readings that nobody can tell
 * @param others the sessions that say otherwise
 */
record Situation(
        List<StandingFinding> findings,
        @Nullable Problem problem,
        Set<SessionField> notKnown,
        Map<UUID, SessionLine> others) {

    static final Situation NONE = new Situation(List.of(), null, Set.of(), Map.of());

    List<StandingFinding> open() {
        return findings.stream().filter(each -> each.dismissed() == null).toList();
    }

    List<StandingFinding> dismissed() {
        return findings.stream().filter(each -> each.dismissed() != null).toList();
    }

    Problem.@Nullable Aside aside() {
        return problem == null ? null : problem.aside();
    }
}
