package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.DriverSession;

/**
 * All that the editor shows of one session.
 *
 * @param driver the name; null where there is no driver
 * @param vehicle the name; null where there is no vehicle
 * @param leavesAt when the waiting delivery is tried next; absent if none waits
 * @param undoable the newest correction, while it can be taken back; else absent
 * @param history newest first
 */
public record SessionDetail(
        DriverSession session,
        @Nullable String driver,
        @Nullable String vehicle,
        @Nullable Mark mark,
        @Nullable SentState sent,
        @Nullable Instant leavesAt,
        @Nullable UUID undoable,
        VehicleLine line,
        List<HistoryEntry> history) {}
