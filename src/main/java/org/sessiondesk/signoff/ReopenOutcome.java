package org.sessiondesk.signoff;

/** What became of a wish to open again what was settled, or to say or take back that somebody did not work. */
public sealed interface ReopenOutcome {

    /** Done. */
    record Done() implements ReopenOutcome {}

    /** Nothing stands there to be opened or taken back: somebody was faster. */
    record NothingThere() implements ReopenOutcome {}

    /** It lies in a closed period, which has to be opened first. */
    record Closed(ClosedPeriod period) implements ReopenOutcome {}

    /** Sessions count on that day. */
    record Worked() implements ReopenOutcome {}
}
