package org.sessiondesk.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.Reason;

/**
 * What was corrected of the sessions that began in a period. Added sessions and those left out of totals are among them, and
 * reverts of what had left; what was taken back before it left isn't.
 *
 * @param sessions how many there are
 * @param corrected how many of them somebody corrected
 * @param corrections how often
 * @param afterSignOff how many of these came after the session's day had been signed, so after that was opened again
 * @param people who, the busiest first
 * @param reasons why, the most frequent first
 */
public record CorrectionFigures(
        int sessions, int corrected, int corrections, int afterSignOff, List<OfPerson> people, List<OfReason> reasons) {

    /** What one person corrected. */
    public record OfPerson(UUID person, int corrections, int sessions) {}

    /**
     * What was corrected for one reason.
     *
     * @param reason absent of reverts, for which none is asked
     */
    public record OfReason(@Nullable Reason reason, int corrections, int sessions) {}

    public CorrectionFigures {
        people = List.copyOf(people);
        reasons = List.copyOf(reasons);
    }
}
