package org.sessiondesk.finding.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.OtherLines;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Other vehicles' lines in the database: candidates by their reading and the time, then what stands right around. */
final class StoredOtherLines implements OtherLines {

    /** A vehicle that stood still for longer is no likely place. */
    private static final Duration AROUND = Duration.ofDays(14);

    /** Who stood still for longer wasn't driven under another vehicle's name all the while. */
    private static final Duration LONGEST_GAP = Duration.ofDays(60);

    /**
     * Of those that say they are yet to come so many are looked at. Without a limit a plan made for any time expects a third
     * of all sessions there, and reads them all.
     */
    private static final int MOST_TO_COME = 1_000;

    /** A session of a line that has a reading; one that nobody can tell is none. */
    private static final String READS = """
            not s.discarded and s.vanished_at is null and s.left_out_at is null and s.type <> 'DISPATCHER'
            and (s.end_mileage > 0 and s.id not in (select n.session_id from reading_not_known n where n.field = 'END_MILEAGE')
                 or s.start_mileage > 0 and s.id not in (select n.session_id from reading_not_known n where n.field = 'START_MILEAGE'))
            """;

    private static final String START = """
            case when s.start_mileage > 0 and s.id not in (select n.session_id from reading_not_known n where n.field = 'START_MILEAGE')
                 then s.start_mileage end""";

    private static final String END = """
            case when s.end_mileage > 0 and s.id not in (select n.session_id from reading_not_known n where n.field = 'END_MILEAGE')
                 then s.end_mileage end""";

    /** What is read last before :at and first from then on in the line of {@code c.vehicle_id}, {@code c.id} left out. */
    private static final String READINGS = """
            left join lateral (select s.id, s.log_in_at, coalesce(%2$s, %1$s) as value from driver_session s
                               where s.vehicle_id = c.vehicle_id and s.log_in_at < %3$s and s.id <> c.id and %4$s
                               order by s.log_in_at desc, s.id desc limit 1) b on true
            left join lateral (select s.id, s.log_in_at, coalesce(%1$s, %2$s) as value from driver_session s
                               where s.vehicle_id = c.vehicle_id and s.log_in_at >= %3$s and s.id <> c.id and %4$s
                               order by s.log_in_at, s.id limit 1) a on true
            """;

    /** A day of a session, as two indexes know it. */
    private static final String DAY = "(log_in_at at time zone 'UTC')::date = any(cast(cast(:%s as text[]) as date[]))";

    static final String PLACES = """
            with c as materialized (
                select distinct s.vehicle_id, cast('00000000-0000-0000-0000-000000000000' as uuid) as id from (
                    select vehicle_id from driver_session where end_mileage > 0 and not discarded and %1$s
                       and end_mileage between :low - :slack and :low
                    union all
                    select vehicle_id from driver_session where start_mileage > 0 and not discarded and %1$s
                       and start_mileage between :low - :slack and :low
                    union all
                    select vehicle_id from driver_session where end_mileage > 0 and not discarded and %2$s
                       and end_mileage between :high and :high + :slack
                    union all
                    select vehicle_id from driver_session where start_mileage > 0 and not discarded and %2$s
                       and start_mileage between :high and :high + :slack) s
                where s.vehicle_id <> :vehicle)
            select c.vehicle_id, b.id, b.log_in_at, b.value, a.id, a.log_in_at, a.value from c
            """.formatted(DAY.formatted("before"), DAY.formatted("after"))
            + READINGS.formatted(START, END, ":at", READS) + """
            where b.value between :low - :slack and :low and b.log_in_at >= :earliest
               or a.value between :high and :high + :slack and a.log_in_at <= :latest
            """;

    static final String STRAYS =
            """
            with found as materialized (
                select id from driver_session
                where start_mileage > 0 and not discarded and %1$s and start_mileage between :low and :high
                  and log_in_at between :from and :until and vehicle_id <> :vehicle
                union
                (select id from driver_session where log_in_at > :future and not discarded and vehicle_id is not null
                 order by log_in_at desc nulls last, id desc limit %2$d)),
            """.formatted(DAY.formatted("days"), MOST_TO_COME) + "c as materialized (select " + LineRows.COLUMNS
                    + """
             from found cross join lateral (select d.* from driver_session d where d.id = found.id offset 0) s
             where not s.discarded and s.vanished_at is null and s.left_out_at is null and s.type <> 'DISPATCHER'
               and s.start_mileage >= :low and s.end_mileage <= :high)
            select c.*, b.id, b.log_in_at, b.value, a.id, a.log_in_at, a.value from c
            """ + READINGS.formatted(START, END, "c.log_in_at", READS);

    private final JdbcClient jdbc;
    private final Instant now;

    StoredOtherLines(JdbcClient jdbc, Instant now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    @Override
    public List<Place> placesFor(UUID vehicle, Instant at, int low, int high, int slack) {
        return jdbc.sql(PLACES)
                .param("before", days(at.minus(AROUND), at))
                .param("after", days(at, at.plus(AROUND)))
                .param("vehicle", vehicle)
                .param("at", Columns.at(at))
                .param("earliest", Columns.at(at.minus(AROUND)))
                .param("latest", Columns.at(at.plus(AROUND)))
                .param("low", low)
                .param("high", high)
                .param("slack", slack)
                .query((row, _) -> new Place(
                        Objects.requireNonNull(row.getObject(1, UUID.class)), reading(row, 2), reading(row, 5)))
                .list();
    }

    @Override
    public List<Stray> straysFor(UUID vehicle, Instant from, Instant until, Instant future, int low, int high) {
        if (Duration.between(from, until).compareTo(LONGEST_GAP) > 0) {
            return List.of();
        }
        return jdbc.sql(STRAYS)
                .param("now", Columns.at(now))
                .param("began", Columns.at(now.minus(LineRows.LONGEST_SHIFT)))
                .param("vehicle", vehicle)
                .param("days", days(from, until))
                .param("from", Columns.at(from))
                .param("until", Columns.at(until))
                .param("future", Columns.at(future))
                .param("low", low)
                .param("high", high)
                .query((row, _) -> new Stray(LineRows.session(row), reading(row, 12), reading(row, 15)))
                .list();
    }

    private static String[] days(Instant from, Instant until) {
        return from.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .datesUntil(until.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1))
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    private static @Nullable Reading reading(ResultSet row, int from) throws SQLException {
        var id = row.getObject(from, UUID.class);
        var at = Columns.instantOrNull(row, from + 1);
        return id == null || at == null ? null : new Reading(id, at, row.getInt(from + 2));
    }
}
