package org.sessiondesk.statement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.table.Cell;

/**
 * One field that a correction changed.
 *
 * @param id of the correction
 * @param logIn of its session as it is now
 * @param field null of one that changed no value
 */
record Correction(
        UUID id,
        Instant at,
        String person,
        CorrectionKind kind,
        UUID session,
        Cell driver,
        Cell vehicle,
        @Nullable Instant logIn,
        @Nullable SessionField field,
        Cell before,
        Cell after,
        @Nullable Reason reason,
        @Nullable String note) {}
