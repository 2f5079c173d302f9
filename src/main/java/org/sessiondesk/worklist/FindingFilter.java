package org.sessiondesk.worklist;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;

/**
 * Which problems the sessions of a list have. What is put aside is in no list of open problems.
 *
 * @param rule for {@link Which#RULE} only
 */
public record FindingFilter(Which which, @Nullable Rule rule) {

    /** Sessions with anything open. */
    public static final FindingFilter ANY = new FindingFilter(Which.ANY, null);

    /** Sessions that are put aside. */
    public static final FindingFilter PUT_ASIDE = new FindingFilter(Which.PUT_ASIDE, null);

    /** Sessions that were put aside until now or earlier. */
    public static final FindingFilter DUE = new FindingFilter(Which.DUE, null);

    /** How sessions are picked by their problems. */
    public enum Which {
        ANY,
        ERROR,
        WARNING,
        PUT_ASIDE,
        /** Those that were put aside, and wait again. */
        DUE,
        /** Those of which somebody said that a problem is none. */
        DISMISSED,
        /** Those with a reading that somebody said nobody can tell. */
        NOT_KNOWN,
        /** Those of one rule. */
        RULE
    }

    public FindingFilter {
        if ((which == Which.RULE) != (rule != null)) {
            throw new IllegalArgumentException("a rule is said with RULE only");
        }
    }

    /** Of one rule. */
    public static FindingFilter of(Rule rule) {
        return new FindingFilter(Which.RULE, rule);
    }

    /** Whether its sessions are problems that wait to be settled now. */
    public boolean ofOpen() {
        return switch (which) {
            case ANY, ERROR, WARNING, DUE, RULE -> true;
            case PUT_ASIDE, DISMISSED, NOT_KNOWN -> false;
        };
    }

    /** Whether a session with this open problem is one of them; that it was put aside before is taken for granted. */
    public boolean holds(@Nullable LineProblem problem) {
        if (which == Which.DISMISSED || which == Which.NOT_KNOWN) {
            return true; // what is open doesn't say
        }
        if (problem == null || (which == Which.PUT_ASIDE) != (problem.aside() != null)) {
            return false;
        }
        return switch (which) {
            case ANY, PUT_ASIDE, DUE, DISMISSED, NOT_KNOWN -> true;
            case ERROR -> problem.errors() > 0;
            case WARNING -> problem.rules().size() > problem.errors();
            case RULE -> problem.rules().contains(rule);
        };
    }
}
