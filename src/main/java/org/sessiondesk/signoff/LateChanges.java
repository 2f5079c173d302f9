package org.sessiondesk.signoff;

import java.util.List;
import org.sessiondesk.account.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed in OnTime for days that are settled here, and what people decide about it. */
@Service
public class LateChanges {

    /** So many are listed at once. */
    public static final int LISTED = 500;

    private final LateRows rows;
    private final RefusedRows refused;
    private final LateWriter writer;
    private final OtherwiseRows otherwise;

    LateChanges(LateRows rows, RefusedRows refused, LateWriter writer, OtherwiseRows otherwise) {
        this.rows = rows;
        this.refused = refused;
        this.writer = writer;
        this.otherwise = otherwise;
    }

    /** Those that wait, the oldest first; {@link #LISTED} at most. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public List<LateChange> waiting() {
        return rows.open(LISTED);
    }

    /** Signed sessions that OnTime refused afterwards, or of which nobody knows whether it has them as signed. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public List<RefusedLater> refused() {
        return refused.refused(LISTED);
    }

    /** What of the last {@link OtherwiseRows#DAYS} days isn't as it was signed and waits for nobody's decision. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public List<SignedOtherwise> notAsSigned() {
        return otherwise.newest(LISTED);
    }

    /** How many wait. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public int count() {
        return rows.count();
    }

    /** Drivers' days, in their order, that {@link #take} would open where they are signed. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public List<DriverDay> bearsUpon(LateChange change) {
        return List.copyOf(writer.bearsUpon(change));
    }

    /**
     * Opens the days that it bears upon, and takes OnTime's values over; nothing is sent.
     *
     * @param reason why the days are opened
     */
    @PreAuthorize(Role.MAY_CORRECT)
    public LateOutcome take(LateChange seen, String reason) {
        return writer.take(seen, Reasons.needed(reason));
    }

    /** Nothing changes here, and the same isn't asked again as long as the session stays and stands signed as it is. */
    @PreAuthorize(Role.MAY_SIGN)
    public LateOutcome keep(LateChange seen) {
        return writer.keep(seen);
    }
}
