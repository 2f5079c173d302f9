package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ui.sessions.problem.ProblemWords;
import org.sessiondesk.worklist.FindingFilter;
import org.sessiondesk.worklist.FindingFilter.Which;
import org.sessiondesk.worklist.Mark;

/** What the list's choice of problems and marks offers: one of either. */
record Narrowing(@Nullable FindingFilter finding, @Nullable Mark mark) {

    /** Problems first, by severity and then by rule; at the end what no rule is needed for. */
    static List<Narrowing> all() {
        var whiches = Arrays.stream(Which.values())
                .filter(which -> which != Which.RULE)
                .map(which -> new FindingFilter(which, null));
        var rules = Arrays.stream(Rule.values()).map(FindingFilter::of);
        return Stream.concat(
                        Stream.concat(whiches, rules).map(finding -> new Narrowing(finding, null)),
                        Arrays.stream(Mark.values()).map(mark -> new Narrowing(null, mark)))
                .toList();
    }

    static @Nullable Narrowing of(SessionsUrl url) {
        if (url.finding() != null) {
            return new Narrowing(url.finding(), null);
        }
        return url.mark() == null ? null : new Narrowing(null, url.mark());
    }

    /** The address narrowed so, and by no other problem or mark. */
    static SessionsUrl set(SessionsUrl url, @Nullable Narrowing chosen) {
        return url.finding(chosen == null ? null : chosen.finding).marked(chosen == null ? null : chosen.mark);
    }

    String words() {
        if (finding == null) {
            return t("sessions.filter.marked", t("sessions.mark." + mark));
        }
        return finding.rule() == null
                ? t("sessions.filter.finding." + finding.which())
                : ProblemWords.brief(finding.rule());
    }
}
