package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;

/** What happened to a session. */
public sealed interface HistoryEntry {

    /** When. */
    Instant at();

    /**
     * A person changed it.
     *
     * @param undone taken back before it left
     */
    record Corrected(
            UUID correction,
            Instant at,
            UUID person,
            CorrectionKind kind,
            @Nullable Reason reason,
            @Nullable String note,
            List<Change> changes,
            boolean undone)
            implements HistoryEntry {}

    /**
     * An attempt to send it.
     *
     * @param outcome how it ended, by its code; absent while it is under way
     * @param words what OnTime said, or why there is no answer; as text
     */
    record Sent(
            Instant at,
            int attempt,
            @Nullable String outcome,
            @Nullable Integer status,
            @Nullable String words) implements HistoryEntry {}

    /**
     * A reading found it new or changed in OnTime.
     *
     * @param first the record's first reading, which brought all values
     * @param held the portal's own values waited to go to OnTime, so they stayed as they were
     * @param changes from what was last known of OnTime to what it has; none listed for the first
     */
    record InOnTime(Instant at, boolean first, boolean held, List<Change> changes) implements HistoryEntry {}

    /**
     * A person took it in from a file, new or changed.
     *
     * @param fileName as the browser called it; absent where that isn't known any more
     * @param first the file brought the session itself, with all values
     * @param changes from what was last known of OnTime to what the file says; none listed for the first
     */
    record FromFile(Instant at, UUID person, @Nullable String fileName, boolean first, List<Change> changes)
            implements HistoryEntry {}

    /** A reading found that OnTime doesn't have it any more, or has it again. */
    record Vanished(Instant at, boolean back) implements HistoryEntry {}

    /**
     * One field of a correction or a reading.
     *
     * @param before as {@code SessionValues} has it; drivers and vehicles by their names
     * @param after as {@code before}
     */
    record Change(
            SessionField field,
            @Nullable Object before,
            @Nullable Object after) {}
}
