package org.sessiondesk.signoff;

import org.sessiondesk.session.SettledBy;

/** What became of a decision about a late change. */
public sealed interface LateOutcome {

    /** Done. */
    record Done() implements LateOutcome {}

    /** It was decided meanwhile, or OnTime has it as it is here by now. */
    record NothingThere() implements LateOutcome {}

    /** OnTime has other values by now, or somebody changed ours: it has to be looked at again. */
    record Stale() implements LateOutcome {}

    /** It lies in a closed period: it can stay out, and comes in once the period is opened. */
    record Closed(SettledBy by) implements LateOutcome {}
}
