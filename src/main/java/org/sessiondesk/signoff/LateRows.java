package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SignedDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of late changes. */
@Repository
class LateRows {

    private static final String VALUES =
            "%1$sdriver_id, %1$svehicle_id, %1$stype, %1$slog_in_at, %1$slog_out_at, %1$sstart_mileage, %1$send_mileage";

    private static final String ASKED = ":driver, :vehicle, :type, :logIn, :logOut, :start, :end";

    /**
     * Whether it was decided that the very same stays out. That holds as long as the session here is the one it was decided
     * about, and no day was opened since that was signed with it.
     */
    private static final String KEPT = """
            select exists (select from late_change l join driver_session s on s.id = l.session_id
                where l.session_id = :session and l.decision = 'KEPT' and l.kind = :kind
                  and coalesce(l.version = s.version, true)
                  and (%s) is not distinct from (%s)
                  and not exists (select from signed_session signed join day_sign_off o on o.id = signed.sign_off_id
                      where signed.session_id = l.session_id and o.reopened_at > l.decided_at))
            """.formatted(VALUES.formatted("l."), ASKED);

    /** One that is open already follows what OnTime has now. */
    private static final String KEEP = """
            insert into late_change as open (id, session_id, kind, noticed_at, by_file, driver_id, vehicle_id, type, log_in_at,
                log_out_at, start_mileage, end_mileage)
            values (:id, :session, :kind, :at, :byFile, %s)
            on conflict (session_id) where decision is null do update
                set kind = case when open.kind = 'NEW' then 'NEW' else excluded.kind end, noticed_at = excluded.noticed_at,
                    by_file = excluded.by_file,
                    driver_id = excluded.driver_id, vehicle_id = excluded.vehicle_id, type = excluded.type,
                    log_in_at = excluded.log_in_at, log_out_at = excluded.log_out_at,
                    start_mileage = excluded.start_mileage, end_mileage = excluded.end_mileage
                where (case when open.kind = 'NEW' then 'NEW' else excluded.kind end, %s)
                      is distinct from (open.kind, %s)
            """.formatted(ASKED, VALUES.formatted("excluded."), VALUES.formatted("open."));

    private static final String OVER = """
            update late_change set decision = 'SETTLED', decided_at = :at where session_id = any(:sessions) and decision is null
            """;

    /** One that is new stays so: that it is here as there is not what has to be decided. */
    private static final String SAME = OVER + " and kind <> 'NEW'";

    static final String OPEN = """
            select l.id, l.session_id, l.kind, l.noticed_at, l.by_file, l.driver_id, l.vehicle_id, l.type, l.log_in_at,
                l.log_out_at, l.start_mileage, l.end_mileage, s.driver_id as our_driver_id, s.vehicle_id as our_vehicle_id,
                s.type as our_type, s.log_in_at as our_log_in_at, s.log_out_at as our_log_out_at,
                s.start_mileage as our_start_mileage, s.end_mileage as our_end_mileage
            from late_change l join driver_session s on s.id = l.session_id
            where l.decision is null
            """;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final LiveNews news;
    private final InstantSource clock;

    LateRows(JdbcClient jdbc, AuditTrail trail, LiveNews news, InstantSource clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    void keep(Collection<SignedDays.LateChange> late, Actor by) {
        boolean told = false;
        for (var one : late) {
            if (stayedOut(one)) {
                told |= settle(OVER, List.of(one.session()));
            } else if (kept(one, by)) {
                trail.record(SignOffFacts.late(one, by));
                told = true;
            }
        }
        tellIf(told);
    }

    private boolean stayedOut(SignedDays.LateChange late) {
        return asked(KEPT, late).query(Boolean.class).single();
    }

    private boolean kept(SignedDays.LateChange late, Actor by) {
        return asked(KEEP, late)
                        .param("id", UUID.randomUUID())
                        .param("at", Columns.at(now()))
                        .param("byFile", !(by instanceof Actor.OnTime))
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec asked(String sql, SignedDays.LateChange late) {
        return theirs(jdbc.sql(sql), late.theirs())
                .param("session", late.session())
                .param("kind", late.kind().name());
    }

    private static JdbcClient.StatementSpec theirs(JdbcClient.StatementSpec sql, SessionValues theirs) {
        return sql.param("driver", theirs.driver(), Types.OTHER)
                .param("vehicle", theirs.vehicle(), Types.OTHER)
                .param("type", theirs.type().name())
                .param("logIn", Columns.at(theirs.logIn()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("logOut", Columns.at(theirs.logOut()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("start", theirs.startMileage(), Types.INTEGER)
                .param("end", theirs.endMileage(), Types.INTEGER);
    }

    void same(Collection<UUID> sessions) {
        tellIf(settle(SAME, sessions));
    }

    void over(Collection<UUID> sessions) {
        tellIf(settle(OVER, sessions));
    }

    private boolean settle(String sql, Collection<UUID> sessions) {
        return jdbc.sql(sql)
                        .param("at", Columns.at(now()))
                        .param("sessions", sessions.toArray(UUID[]::new))
                        .update()
                > 0;
    }

    private void tellIf(boolean changed) {
        if (changed) {
            news.tell(News.any(News.Topic.SIGN_OFF));
        }
    }

    /** Whether it was open, and as it was seen. */
    boolean decide(LateChange seen, String decision, UUID by) {
        return theirs(jdbc.sql("""
                        update late_change l set decision = :decision, decided_at = :at, decided_by = :by,
                            version = (select s.version from driver_session s where s.id = l.session_id)
                        where l.id = :id and l.decision is null and l.kind = :kind
                          and (%s) is not distinct from (%s)
                        """.formatted(VALUES.formatted("l."), ASKED)), seen.theirs())
                        .param("decision", decision)
                        .param("at", Columns.at(now()))
                        .param("by", by)
                        .param("id", seen.id())
                        .param("kind", seen.kind().name())
                        .update()
                == 1;
    }

    /** A person signed these days with them as they are, or without them. */
    void signed(Collection<UUID> lateChanges, UUID by) {
        jdbc.sql("update late_change set decision = 'SETTLED', decided_at = :at, decided_by = :by where id = any(:ids)")
                .param("at", Columns.at(now()))
                .param("by", by)
                .param("ids", lateChanges.toArray(UUID[]::new))
                .update();
    }

    /** Of these sessions, and of others of a driver. */
    List<LateChange> open(UUID driver, Collection<UUID> sessions) {
        return jdbc.sql(OPEN + "and (l.session_id = any(:sessions) or s.driver_id = :driver)")
                .param("sessions", sessions.toArray(UUID[]::new))
                .param("driver", driver)
                .query((row, _) -> change(row))
                .list();
    }

    Optional<LateChange> open(UUID id) {
        return jdbc.sql(OPEN + "and l.id = :id")
                .param("id", id)
                .query((row, _) -> change(row))
                .optional();
    }

    /** The oldest first. */
    List<LateChange> open(int limit) {
        return jdbc.sql(OPEN + "order by l.noticed_at, l.id limit :limit")
                .param("limit", limit)
                .query((row, _) -> change(row))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from late_change where decision is null")
                .query(Integer.class)
                .single();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LateChange change(ResultSet row) throws SQLException {
        return new LateChange(
                Columns.id(row, "id"),
                Columns.id(row, "session_id"),
                SignedDays.Kind.valueOf(row.getString("kind")),
                Columns.instant(row, "noticed_at"),
                Columns.values(row, "our_"),
                Columns.values(row, ""),
                row.getBoolean("by_file"));
    }
}
