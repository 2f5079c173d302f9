package org.sessiondesk.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what waits. */
@Repository
class OverviewQueries {

    /** From the day's sessions to their problems, one by one: a day has few, and all of a site's problems may be many. */
    static final String PROBLEMS = """
            select count(*) as sessions, count(*) filter (where p.errors > 0) as errors,
                count(*) filter (where p.warnings > 0) as warnings,
                (array_agg(p.session_id order by p.turn, p.vehicle_id, p.log_in_at, p.session_id))[1] as first
            from driver_session s
            cross join lateral (
                select * from problem p
                where p.session_id = s.id and (p.aside_until is null or p.aside_until <= :now) offset 0) p
            where s.log_in_at >= :from and s.log_in_at < :to and not s.discarded
            """;

    static final String DUE = """
            select count(*) from put_aside a
            where a.aside_until <= :now
              and exists (select from problem p where p.session_id = a.session_id)
            """;

    /** Once its log-out is found missing, a session is a problem, and one that is dismissed is no news either. */
    static final String STILL_OUT = """
            select s.id, coalesce(d.name, left(s.driver_id::text, 8)) as driver,
                coalesce(v.name, left(s.vehicle_id::text, 8)) as vehicle, s.log_in_at
            from (select s.* from driver_session s
                  where s.log_out_at is null and not s.discarded and s.vanished_at is null and s.left_out_at is null
                    and s.log_in_at > :began and s.log_in_at <= :now
                    and not exists (select from finding f where f.session_id = s.id and f.rule = 'LOG_OUT_MISSING')
                  order by s.log_in_at, s.id limit :limit) s
            left join driver d on d.ontime_id = s.driver_id
            left join vehicle v on v.ontime_id = s.vehicle_id
            order by s.log_in_at, s.id
            """;

    /** Nobody is out for longer; a session that nobody judged yet isn't either. */
    private static final Duration LONGEST_OUT = Duration.ofDays(7);

    private final JdbcClient jdbc;

    OverviewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DayProblems problems(Instant from, Instant to, Instant now) {
        return jdbc.sql(PROBLEMS)
                .param("from", Times.at(from))
                .param("to", Times.at(to))
                .param("now", Times.at(now))
                .query((row, _) -> new DayProblems(
                        row.getInt("sessions"),
                        row.getInt("errors"),
                        row.getInt("warnings"),
                        row.getObject("first", UUID.class)))
                .single();
    }

    int due(Instant now) {
        return jdbc.sql(DUE).param("now", Times.at(now)).query(Integer.class).single();
    }

    List<StillOut> stillOut(int limit, Instant now) {
        return jdbc.sql(STILL_OUT)
                .param("began", Times.at(now.minus(LONGEST_OUT)))
                .param("now", Times.at(now))
                .param("limit", limit)
                .query((row, _) -> new StillOut(
                        row.getObject("id", UUID.class),
                        row.getString("driver"),
                        row.getString("vehicle"),
                        Times.of(row, "log_in_at")))
                .list();
    }
}
