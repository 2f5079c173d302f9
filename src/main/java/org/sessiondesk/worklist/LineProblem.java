package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;

/**
 * What is open of a session, as its row in a list shows it.
 *
 * @param rules of all open findings, the worst first; at least one
 * @param errors how many of them are errors
 * @param aside until when the session is put aside; absent unless it is
 */
public record LineProblem(
        List<Rule> rules, int errors, @Nullable Instant aside) {

    public LineProblem {
        rules = List.copyOf(rules);
    }

    /** What is told first. */
    public Rule worst() {
        return rules.getFirst();
    }
}
