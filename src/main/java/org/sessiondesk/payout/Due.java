package org.sessiondesk.payout;

import java.util.List;

/**
 * What the next export of a period would hold, what it leaves out, and the late differences in it.
 *
 * @param late what it would hold beside the period's days that were never paid, the newest days first; not all of many
 * @param renumbered drivers in it who were paid under another payroll number before
 */
public record Due(DueSummary summary, LeftOut left, List<PaidDay> late, List<Renumbered> renumbered) {

    public Due {
        late = List.copyOf(late);
        renumbered = List.copyOf(renumbered);
    }
}
