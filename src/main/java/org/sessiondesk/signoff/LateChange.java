package org.sessiondesk.signoff;

import java.time.Instant;
import java.util.UUID;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SignedDays;

/**
 * What OnTime or a file brought for a settled day, waiting for a person.
 *
 * @param ours the session's values here
 * @param theirs OnTime's; of a session that is gone those it had
 * @param byFile whether a person's file brought it
 */
public record LateChange(
        UUID id,
        UUID session,
        SignedDays.Kind kind,
        Instant noticedAt,
        SessionValues ours,
        SessionValues theirs,
        boolean byFile) {}
