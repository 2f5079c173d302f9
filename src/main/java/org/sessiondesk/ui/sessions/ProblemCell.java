package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import java.util.stream.Collectors;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.sessions.problem.ProblemWords;
import org.sessiondesk.worklist.SessionLine;

/** "▲ Log-out missing +1": what is worst of a session, as its row shows it. */
final class ProblemCell {

    private final Written written;

    ProblemCell(Written written) {
        this.written = written;
    }

    /** Whether something is open that isn't put aside. */
    static boolean isOpen(SessionLine line) {
        return line.problem() != null && line.problem().aside() == null;
    }

    String text(SessionLine line, boolean fixed) {
        var problem = line.problem();
        if (problem == null) {
            return fixed ? t("sessions.fixed") : "";
        }
        String sign = !isOpen(line) ? "◷ " : problem.errors() > 0 ? "▲ " : "△ ";
        return sign + ProblemWords.brief(problem.worst());
    }

    String kind(SessionLine line, boolean fixed) {
        var problem = line.problem();
        if (problem == null) {
            return fixed ? "fixed" : "";
        }
        return !isOpen(line) ? "quiet" : problem.errors() > 0 ? "red" : "amber";
    }

    static String more(SessionLine line) {
        var problem = line.problem();
        return problem == null || problem.rules().size() < 2
                ? ""
                : "+" + (problem.rules().size() - 1);
    }

    /** All of them in words. */
    String all(SessionLine line) {
        var problem = line.problem();
        if (problem == null) {
            return "";
        }
        String all = problem.rules().stream().map(ProblemWords::brief).collect(Collectors.joining(", "));
        var aside = problem.aside();
        return aside == null
                ? all
                : t("sessions.aside-until", all, written.times().near(aside));
    }
}
