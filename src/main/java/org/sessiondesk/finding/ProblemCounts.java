package org.sessiondesk.finding;

import java.util.List;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;

/**
 * How much is open; what is put aside or dismissed counts nowhere.
 *
 * @param sessions with at least one open finding
 * @param aside sessions that are put aside
 */
public record ProblemCounts(int sessions, int aside, List<OfRule> rules) {

    /** Open findings of one rule. */
    public record OfRule(Rule rule, Severity severity, int findings) {}

    /** Findings of one severity. */
    public int of(Severity severity) {
        return rules.stream()
                .filter(each -> each.severity() == severity)
                .mapToInt(OfRule::findings)
                .sum();
    }

    /** Findings of one rule. */
    public int of(Rule rule) {
        return rules.stream()
                .filter(each -> each.rule() == rule)
                .mapToInt(OfRule::findings)
                .sum();
    }
}
