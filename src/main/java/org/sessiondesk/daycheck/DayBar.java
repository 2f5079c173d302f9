package org.sessiondesk.daycheck;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.Worklist;
import org.sessiondesk.worktime.Bar;

/** A session as far as it lies in the day, with what its list shows of it. */
public record DayBar(Bar bar, SessionLine session) {

    /** How bad the worst is that was found and not dismissed; absent for nothing. */
    public @Nullable Severity severity() {
        var problem = session.problem();
        return problem == null ? null : problem.errors() > 0 ? Severity.ERROR : Severity.WARNING;
    }

    /** What that is. */
    public @Nullable Rule worst() {
        var problem = session.problem();
        return problem == null ? null : problem.worst();
    }

    /** Whether its distance is so unlikely that no total counts it. */
    public boolean isUnlikelyFar() {
        return session.distance() != null && !counts(session.distance());
    }

    static boolean counts(long distance) {
        return distance >= 0 && distance <= Worklist.FARTHEST;
    }
}
