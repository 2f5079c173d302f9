package org.sessiondesk.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person changed a session. Published in the transaction that wrote it; the only event that queues a delivery.
 *
 * @param version the session's after the change
 * @param lastKnown OnTime's record that the person saw, as text: what the delivery starts from; absent for a session
 *     OnTime doesn't have
 * @param nothingToSend the values now equal OnTime's last-known ones, or the create was discarded
 */
public record SessionCorrected(
        UUID session,
        UUID correction,
        CorrectionKind kind,
        long version,
        @Nullable String lastKnown,
        boolean nothingToSend) {}
