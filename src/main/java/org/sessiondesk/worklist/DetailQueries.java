package org.sessiondesk.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.DeliveryStanding;
import org.sessiondesk.session.DeliveryStanding.Situation;
import org.sessiondesk.session.DeliveryStanding.Standing;
import org.sessiondesk.session.DriverSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands around one session: its neighbours and, through the history, what was done to it. */
@Repository
class DetailQueries {

    /** The sessions of a vehicle right before and after a log-in: two looks into its line. */
    static final String NEIGHBOURS = """
        select 'before' as side, s.id, s.log_out_at as at, s.end_mileage as mileage, s.driver_id,
            coalesce(d.name, left(s.driver_id::text, 8)) as driver
        from (select * from driver_session
              where vehicle_id = :vehicle and not discarded
                and (log_in_at, id) < (:logIn, :session)
              order by log_in_at desc, id desc limit 1) s
        left join driver d on d.ontime_id = s.driver_id
        union all
        select 'after', s.id, s.log_in_at, s.start_mileage, s.driver_id,
            coalesce(d.name, left(s.driver_id::text, 8))
        from (select * from driver_session
              where vehicle_id = :vehicle and not discarded
                and (log_in_at, id) > (:logIn, :session)
              order by log_in_at, id limit 1) s
        left join driver d on d.ontime_id = s.driver_id
            """;

    private final JdbcClient jdbc;
    private final HistoryQueries history;
    private final DeliveryStanding standing;

    DetailQueries(JdbcClient jdbc, HistoryQueries history, DeliveryStanding standing) {
        this.jdbc = jdbc;
        this.history = history;
        this.standing = standing;
    }

    SessionDetail around(DriverSession session, Collection<SessionLine> lines) {
        var line = lines.stream().findFirst();
        var values = session.values();
        var vehicle = values.vehicle();
        var logIn = values.logIn();
        var entries = history.of(session.id(), session.addedByOffice());
        return new SessionDetail(
                session,
                line.map(SessionLine::driver).orElse(null),
                line.map(SessionLine::vehicle).orElse(null),
                line.map(SessionLine::mark).orElse(null),
                line.map(SessionLine::sent).orElse(null),
                leavesAt(session.id()),
                undoable(session, entries),
                vehicle == null || logIn == null ? VehicleLine.NONE : neighbours(vehicle, logIn, session.id()),
                entries);
    }

    /** Both sides in one statement, each the first entry of the vehicle's index past the log-in. */
    VehicleLine neighbours(UUID vehicle, Instant logIn, @Nullable UUID session) {
        var found = jdbc.sql(NEIGHBOURS)
                .param("vehicle", vehicle)
                .param("logIn", Conditions.time(logIn))
                .param("session", session == null ? new UUID(0, 0) : session)
                .query((row, _) -> new Side(row.getString("side"), neighbour(row)))
                .list();
        return new VehicleLine(side(found, "before"), side(found, "after"));
    }

    Optional<UUID> byOntimeId(UUID ontimeId) {
        return jdbc.sql("select id from driver_session where ontime_id = :id and not discarded")
                .param("id", ontimeId)
                .query(UUID.class)
                .optional();
    }

    private @Nullable Instant leavesAt(UUID session) {
        return jdbc.sql("select next_attempt_at from delivery where session_id = :id and state = 'WAITING'")
                .param("id", session)
                .query((row, _) -> Optional.ofNullable(ListQueries.instant(row, "next_attempt_at")))
                .optional()
                .flatMap(at -> at)
                .orElse(null);
    }

    /** The rule is the session room's own; this only spares people a button that would be refused. */
    private @Nullable UUID undoable(DriverSession session, List<HistoryEntry> entries) {
        var newest = entries.stream()
                .flatMap(
                        entry -> entry instanceof HistoryEntry.Corrected corrected ? Stream.of(corrected) : Stream.of())
                .filter(corrected -> corrected.kind() != CorrectionKind.UNDO && !corrected.undone())
                .findFirst()
                .filter(corrected ->
                        corrected.kind() == CorrectionKind.CORRECT || corrected.kind() == CorrectionKind.CREATE);
        if (newest.isEmpty()) {
            return null;
        }
        var now = standing.of(List.of(session.id())).getOrDefault(session.id(), Standing.NONE);
        return now.situation() == Situation.UNTRIED ? newest.get().correction() : null;
    }

    private static Neighbour neighbour(ResultSet row) throws SQLException {
        return new Neighbour(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("driver"),
                ListQueries.instant(row, "at"),
                row.getObject("mileage", Integer.class));
    }

    private static @Nullable Neighbour side(List<Side> found, String side) {
        return found.stream()
                .filter(each -> each.side().equals(side))
                .map(Side::neighbour)
                .findFirst()
                .orElse(null);
    }

    private record Side(String side, Neighbour neighbour) {}
}
