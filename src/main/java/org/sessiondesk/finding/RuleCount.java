package org.sessiondesk.finding;

import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;

/** How many sessions have an open finding of one rule, and how bad the worst of these is. */
public record RuleCount(Rule rule, Severity worst, int sessions) {}
