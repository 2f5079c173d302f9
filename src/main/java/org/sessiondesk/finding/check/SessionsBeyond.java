package org.sessiondesk.finding.check;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes due, after a limit of what the site is told of changed, the sessions on which it bears: those beyond the smaller of
 * both. A piece of the newest ones first, and the next when that is judged, so that nothing a person changes has to wait;
 * where it stopped it goes on, on whichever instance.
 */
@Component
public class SessionsBeyond {

    /** So many sessions are looked at in a transaction. */
    static final int PIECE = 2_000;

    private static final int TOLD_EVERY = 10;

    /** What may have been judged by any limit since the last look ended: the smallest of them counts. */
    private static final String WANT = """
            update limits_check
               set distance = least(distance, cast(:distance as integer)), minutes = least(minutes, cast(:minutes as integer)), back_to = null,
                   back_to_id = null, started_at = :now, ended_at = null, looked_at = 0, reached = 0,
                   of_all = greatest(0, (select reltuples from pg_class where oid = 'driver_session'::regclass))
            """;

    static final String LOOK = """
            with piece as materialized (
                select s.id, s.log_in_at,
                       coalesce(s.end_mileage::bigint - s.start_mileage > cast(:distance as bigint), false)
                       or coalesce(s.log_out_at - s.log_in_at > make_interval(mins => cast(:minutes as integer)), false) as beyond
                from driver_session s
                where not s.discarded and s.log_in_at is not null
                  and (s.log_in_at, s.id) < (cast(:at as timestamptz), cast(:id as uuid))
                order by s.log_in_at desc nulls last, s.id desc limit :most),
            put as (
                insert into finding_due (session_id, beside, alone) select id, false, true from piece where beyond),
            last as (select log_in_at, id from piece order by log_in_at, id limit 1)
            update limits_check
               set back_to = last.log_in_at, back_to_id = last.id,
                   looked_at = looked_at + (select count(*) from piece),
                   reached = reached + (select count(*) from piece where beyond)
              from last
            """;

    private static final String END = """
            update limits_check
               set distance = null, minutes = null, back_to = null, back_to_id = null, ended_at = :now, of_all = looked_at
            """;

    private final JdbcClient jdbc;
    private final LiveNews news;
    private final InstantSource clock;
    private int pieces;

    SessionsBeyond(JdbcClient jdbc, LiveNews news, InstantSource clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /** Asks for a look, in the transaction that changes the limits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void want(SiteLimits before, SiteLimits after) {
        boolean distance = before.warnDistance() != after.warnDistance();
        boolean length = !before.warnLength().equals(after.warnLength());
        if (distance || length) {
            long least =
                    Math.min(before.warnLength().toMinutes(), after.warnLength().toMinutes());
            jdbc.sql(WANT)
                    .param("distance", distance ? Math.min(before.warnDistance(), after.warnDistance()) : null)
                    .param("minutes", length ? (int) least : null)
                    .param("now", Columns.at(clock.instant()))
                    .update();
        }
    }

    private record Wanted(
            @Nullable Integer distance, @Nullable Integer minutes, String backTo, String backToId) {}

    /** Looks at the next piece, if there is one to look at; whether there was. */
    @Transactional
    public boolean piece() {
        var next = jdbc.sql("""
                        select distance, minutes, coalesce(back_to, 'infinity')::text as back_to,
                               coalesce(back_to_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff')::text as back_to_id
                        from limits_check where distance is not null or minutes is not null
                        for update
                        """)
                .query((row, _) -> new Wanted(
                        row.getObject("distance", Integer.class),
                        row.getObject("minutes", Integer.class),
                        row.getString("back_to"),
                        row.getString("back_to_id")))
                .optional();
        if (next.isEmpty()) {
            return false;
        }
        if (look(next.get()) == 0) {
            jdbc.sql(END).param("now", Columns.at(clock.instant())).update();
            pieces = 0;
        }
        if (pieces++ % TOLD_EVERY == 0) {
            news.mention(News.any(News.Topic.FINDING));
        }
        return true;
    }

    private int look(Wanted wanted) {
        return jdbc.sql(LOOK)
                .param("distance", wanted.distance())
                .param("minutes", wanted.minutes())
                .param("at", wanted.backTo())
                .param("id", wanted.backToId())
                .param("most", PIECE)
                .update();
    }
}
