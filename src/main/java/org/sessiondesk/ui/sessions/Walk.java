package org.sessiondesk.ui.sessions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.ui.sessions.problem.ProblemDesk;

/** The way from problem to problem, past what is put aside and what somebody else is at work on. */
final class Walk {

    /** So many that others are at work on are passed over; past that there is nothing to take. */
    private static final int MOST_PASSED = 200;

    private final ProblemDesk desk;
    private final Editing editing;
    private final UUID self;
    private boolean walking;
    private @Nullable UUID at;
    private Problem.@Nullable Place place;

    Walk(ProblemDesk desk, Editing editing, UUID self) {
        this.desk = desk;
        this.editing = editing;
        this.self = self;
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
        var from = from(open);
        boolean fromTheEnd = from == null;
        for (int passed = 0; passed < MOST_PASSED; passed++) {
            var found = desk.beside(from, forward);
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
                place = problem.place();
                return Optional.of(problem.session());
            }
            from = problem.place();
        }
        return Optional.empty();
    }

    /** Once it is settled the open session has no place any more: it goes on from where it was. */
    private Problem.@Nullable Place from(@Nullable UUID open) {
        if (open == null) {
            return null;
        }
        return desk.place(open).orElse(open.equals(at) ? place : null);
    }
}
