package org.sessiondesk.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionField;

/**
 * A session that a day's comparison found otherwise here than in OnTime, vanished or unreadable.
 *
 * @param session the portal's own id; null where nothing of the record was ever taken in
 * @param fields in which it differed
 */
public record ComparedSession(
        UUID ontimeId, @Nullable UUID session, ComparedDay.What what, List<SessionField> fields, Instant foundAt) {}
