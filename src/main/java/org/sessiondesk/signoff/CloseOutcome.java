package org.sessiondesk.signoff;

import java.util.List;

/** What became of a wish to close a pay period. */
public sealed interface CloseOutcome {

    /**
     * All its days are closed now.
     *
     * @param added what was closed by this; several only where others within were closed before
     */
    record Closed(List<ClosedPeriod> added) implements CloseOutcome {}

    /** Every day of it was closed before. */
    record ClosedAlready() implements CloseOutcome {}

    /** On these days sessions count and nobody has signed; by day. */
    record Unsigned(List<DriverDay> days) implements CloseOutcome {}

    /** Its last day isn't over yet: somebody may still log in. */
    record NotOver() implements CloseOutcome {}
}
