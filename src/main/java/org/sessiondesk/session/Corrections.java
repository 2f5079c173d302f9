package org.sessiondesk.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of corrections. */
interface Corrections extends Repository<CorrectionRow, UUID> {

    CorrectionRow save(CorrectionRow row);

    Optional<CorrectionRow> findById(UUID id);

    /** What added a session here. */
    @Query(
            "from CorrectionRow c where c.sessionId = :session and c.kind = org.sessiondesk.session.CorrectionKind.CREATE")
    Optional<CorrectionRow> created(UUID session);

    /** What was saved already for a wish. */
    Optional<CorrectionRow> findByRequest(UUID request);

    /** The corrections of a session's values that haven't been undone and are no undo themselves, newest first. */
    @Query("from CorrectionRow c where c.sessionId = :session"
            + " and c.kind not in (org.sessiondesk.session.CorrectionKind.UNDO,"
            + " org.sessiondesk.session.CorrectionKind.LEAVE_OUT, org.sessiondesk.session.CorrectionKind.COUNT_AGAIN)"
            + " and not exists (select 1 from CorrectionRow u where u.undoes = c.id)"
            + " order by c.versionAfter desc, c.correctedAt desc, c.id desc limit 2")
    List<CorrectionRow> newestStanding(UUID session);

    /**
     * Those that changed values and haven't been undone, newest first, 100 at most: what can be reverted is among them.
     */
    @Query("from CorrectionRow c where c.sessionId = :session"
            + " and c.kind in (org.sessiondesk.session.CorrectionKind.CORRECT, org.sessiondesk.session.CorrectionKind.REVERT)"
            + " and not exists (select 1 from CorrectionRow u where u.undoes = c.id)"
            + " order by c.versionAfter desc limit 100")
    List<CorrectionRow> changesNotUndone(UUID session);
}
