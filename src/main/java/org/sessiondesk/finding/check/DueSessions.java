package org.sessiondesk.finding.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SessionsMoved.Move;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions are to be judged again. They are put in the transaction that moves them, and go with the judging. */
@Component
public class DueSessions {

    /** One for each change that the parameters say; a reading that changed is known again. */
    private static final String PUT = """
            with changed as (
                delete from reading_not_known
                 where (session_id, field) in (select * from unnest(cast(:changed as uuid[]), cast(:fields as text[])))
            )
            insert into finding_due (session_id, vehicle_id, driver_id, log_in_at, beside, alone)
            select * from unnest(cast(:sessions as uuid[]), cast(:vehicles as uuid[]), cast(:drivers as uuid[]),
                                 cast(cast(:logIns as text[]) as timestamptz[]), cast(cast(:beside as text[]) as boolean[]),
                                 cast(cast(:alone as text[]) as boolean[]))
            """;

    static final String TAKE = """
            with first as materialized (select id from finding_due order by id limit :most)
            delete from finding_due where id in (select id from first)
            returning session_id, vehicle_id, driver_id, log_in_at, beside, alone
            """;

    /** Session by session: which of them hang on the time, and how; those that hang otherwise than before are due.
     * What begins in the future always is: when it may really have begun gets more by the minute. */
    static final String SWEEP = """
            with timed as materialized (
                select s.id, case when s.log_in_at > :now + interval '5 minutes' then 'FUTURE'
                                  when s.log_in_at > :now then 'SOON'
                                  when
            """ + LineRows.HEARD_OF + """
                                  then 'LOGGED_IN' else 'NOT_READ' end as state
                from driver_session s
                where not s.discarded and s.vanished_at is null and s.left_out_at is null
                  and (s.log_in_at > :now or s.log_out_at is null and s.log_in_at > :began)),
            gone as (
                delete from timed_session t where not exists (select from timed where timed.id = t.session_id)
                returning t.session_id),
            put as (
                insert into timed_session (session_id, state) select id, state from timed
                on conflict (session_id) do update set state = excluded.state where timed_session.state <> excluded.state
                returning session_id)
            insert into finding_due (session_id, beside, alone)
            select session_id, false, false from gone union all select session_id, false, false from put
            union all select id, false, true from timed where state in ('SOON', 'FUTURE')
            """;

    /** So much moved that looking at all sessions is done sooner: a file of a year, above all. */
    static final int MOST = 20_000;

    private static final String LEAVE = """
            with wanted as (update full_check set wanted = true, wanted_drivers = true),
                moved as (delete from finding_due where not alone)
            insert into finding_due (session_id, beside, alone) select distinct session_id, false, true from dismissal
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    DueSessions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What moved. One statement. */
    public void put(List<Move> moves) {
        insert(moves.stream().map(DueSessions::of).toList(), moves);
    }

    /** A session about which somebody said something, with what stands around it. */
    public void around(UUID session) {
        insert(List.of(Due.around(session)), List.of());
    }

    /** What stands in a vehicle's line around a time. */
    public void around(UUID vehicle, Instant at) {
        insert(List.of(new Due(NOBODY, vehicle, null, at, false, false)), List.of());
    }

    /** These sessions, each alone. */
    void alone(Collection<UUID> sessions) {
        if (!sessions.isEmpty()) {
            insert(sessions.stream().map(Due::alone).toList(), List.of());
        }
    }

    /** Before all others by any log-in of that moment. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** Takes the oldest few away: they come back if the transaction doesn't commit. */
    List<Due> take(int most) {
        return jdbc.sql(TAKE)
                .param("most", most)
                .query((row, _) -> new Due(
                        Objects.requireNonNull(row.getObject("session_id", UUID.class)),
                        row.getObject("vehicle_id", UUID.class),
                        row.getObject("driver_id", UUID.class),
                        Columns.instantOrNull(row, "log_in_at"),
                        row.getBoolean("beside"),
                        row.getBoolean("alone")))
                .list();
    }

    boolean any() {
        return jdbc.sql("select exists (select from finding_due)")
                .query(Boolean.class)
                .single();
    }

    /** If far too much is due: leaves it to the check of all, but for what that doesn't see. */
    boolean leaveToFullCheck() {
        boolean tooMany = jdbc.sql(
                        "select count(*) > :most from (select from finding_due where not alone limit :most + 1) moved")
                .param("most", MOST)
                .query(Boolean.class)
                .single();
        if (tooMany) {
            jdbc.sql(LEAVE).update();
        }
        return tooMany;
    }

    /** Puts what the time alone has changed. */
    int sweep() {
        var now = clock.instant();
        return jdbc.sql(SWEEP)
                .param("now", Columns.at(now))
                .param("began", Columns.at(now.minus(LineRows.LONGEST_SHIFT)))
                .update();
    }

    private static Due of(Move move) {
        var before = move.before();
        return new Due(
                move.session(),
                before == null ? null : before.vehicle(),
                before == null ? null : before.driver(),
                before == null ? null : before.logIn(),
                !Objects.equals(beside(before), beside(move.after())),
                false);
    }

    /** What a driver's other sessions see of this one. */
    private static @Nullable List<@Nullable Object> beside(@Nullable SessionValues values) {
        return values == null
                ? null
                : Arrays.asList(values.driver(), values.vehicle(), values.logIn(), values.logOut());
    }

    private void insert(List<Due> due, List<Move> moves) {
        var changed = ChangedReading.in(moves);
        jdbc.sql(PUT)
                .param("changed", Columns.uuids(changed, ChangedReading::session))
                .param("fields", Columns.texts(changed, ChangedReading::field))
                .param("sessions", Columns.uuids(due, Due::session))
                .param("vehicles", Columns.uuids(due, Due::vehicle))
                .param("drivers", Columns.uuids(due, Due::driver))
                .param("logIns", Columns.texts(due, Due::logIn))
                .param("beside", Columns.texts(due, Due::beside))
                .param("alone", Columns.texts(due, Due::alone))
                .update();
    }
}
