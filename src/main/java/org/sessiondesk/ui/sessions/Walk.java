package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.ui.sessions.problem.ProblemDesk;
import org.sessiondesk.worklist.SessionFilter;

/** The way from problem to problem of the list, past what is put aside and what somebody else is at work on. */
final class Walk {

    /** So many that others are at work on are passed over; past that there is nothing to take. */
    private static final int MOST_PASSED = 200;

    private final ProblemDesk desk;
    private final Editing editing;
    private final UUID self;
    private final Supplier<SessionFilter> list;
    private boolean walking;
    private @Nullable UUID at;
    private Problem.@Nullable Place place;

    Walk(ProblemDesk desk, Editing editing, UUID self, Supplier<SessionFilter> list) {
        this.desk = desk;
        this.editing = editing;
        this.self = self;
        this.list = list;
    }

    /** Whether the open session was reached by walking. */
    boolean isAt(@Nullable UUID session) {
        return walking && session != null && session.equals(at);
    }

    /** A person chose a row by hand. */
    void leave() {
        walking = false;
    }

    /** The problem after the open session, or before it; from the other end where there is none. */
    Optional<UUID> step(@Nullable UUID open, boolean forward) {
        var of = list.get();
        var from = from(open);
        boolean fromTheEnd = from == null;
        for (int passed = 0; passed < MOST_PASSED; passed++) {
            var found = desk.beside(of, from, forward);
            if (found.isEmpty()) {
                if (fromTheEnd) {
                    return Optional.empty();
                }
                fromTheEnd = true;
                from = null;
                continue;
            }
            var problem = found.get();
            if (problem.session().equals(open)) {
                return Optional.empty();
            }
            if (editing.others(List.of(problem.session()), self).isEmpty()) {
                walking = true;
                at = problem.session();
                place = problem;
                return Optional.of(problem.session());
            }
            from = problem;
        }
        return Optional.empty();
    }

    /** What is said where {@link #step} finds nothing. */
    String nowhere() {
        boolean all = list.get().ofOpenProblems().equals(SessionFilter.ALL);
        return t(all ? "problem.no-other" : "problem.no-other-listed");
    }

    /** Once it is settled the open session has no place any more: it goes on from where it was. */
    private Problem.@Nullable Place from(@Nullable UUID open) {
        if (open == null) {
            return null;
        }
        return desk.place(open).orElse(open.equals(at) ? place : null);
    }
}
