package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.TakeBacks;

/**
 * All that the editor shows of one session.
 *
 * @param driver the name; null where there is no driver
 * @param vehicle the name; null where there is no vehicle
 * @param leavesAt when the waiting delivery is tried next; absent if none waits
 * @param takeBacks which corrections can be taken back
 * @param splits what it was split into or from, by log-in
 * @param history newest first
 */
public record SessionDetail(
        DriverSession session,
        @Nullable String driver,
        @Nullable String vehicle,
        @Nullable Mark mark,
        @Nullable SentState sent,
        @Nullable Instant leavesAt,
        TakeBacks takeBacks,
        VehicleLine line,
        List<Split> splits,
        List<HistoryEntry> history) {}
