package org.sessiondesk.payout;

import java.util.List;
import org.sessiondesk.worktime.PayPeriod;

/**
 * What an export of a period doesn't pay.
 *
 * @param waiting days that were paid and are opened again: neither paid nor taken back until they are signed
 * @param unsigned days of the period on which something counts and that nobody has signed; those that are closed aside
 * @param closed whether all of the period is closed
 * @param skipped earlier and later periods with signed days that no export ever took, though one took days before them
 */
public record LeftOut(int waiting, int unsigned, boolean closed, List<Skipped> skipped) {

    public LeftOut {
        skipped = List.copyOf(skipped);
    }

    /** Signed days of a pay period that was never exported. */
    public record Skipped(PayPeriod period, int days) {}
}
