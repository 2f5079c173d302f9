package org.sessiondesk.delivery;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.DeliveryStanding;
import org.sessiondesk.session.SessionValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says from the stored deliveries how sessions stand. */
@Component
class StoredStanding implements DeliveryStanding {

    private final JdbcClient jdbc;
    private final UserSessionText texts;
    private final InstantSource clock;

    StoredStanding(JdbcClient jdbc, UserSessionText texts, InstantSource clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Standing> of(Collection<UUID> sessions) {
        if (sessions.isEmpty()) {
            return Map.of();
        }
        var standings = new HashMap<UUID, Standing>();
        jdbc.sql("""
                        select session_id,
                               coalesce(max(newest_attempt), 0) as newest,
                               bool_or(state = 'SENDING') as sending,
                               bool_or(state = 'UNCERTAIN') as uncertain,
                               bool_or(state = 'CONFLICT') as conflict,
                               bool_or(state = 'REJECTED') as rejected,
                               bool_or(state = 'SENDING'
                                       or (state = 'WAITING' and (attempts > 0 or may_have_arrived))) as under_way,
                               bool_or(state = 'WAITING') as waiting
                        from delivery
                        where session_id = any(:sessions::uuid[])
                        group by session_id
                        """)
                .param("sessions", sessions.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    Situation situation;
                    if (row.getBoolean("uncertain")) {
                        situation = Situation.UNCERTAIN;
                    } else if (row.getBoolean("conflict")) {
                        situation = Situation.CONFLICT;
                    } else if (row.getBoolean("rejected")) {
                        situation = Situation.REJECTED;
                    } else if (row.getBoolean("under_way")) {
                        situation = Situation.UNDER_WAY;
                    } else {
                        situation = row.getBoolean("waiting") ? Situation.UNTRIED : Situation.SETTLED;
                    }
                    standings.put(
                            Columns.uuid(row, "session_id"),
                            new Standing(row.getLong("newest"), row.getBoolean("sending"), situation));
                });
        return standings;
    }

    @Override
    public Set<UUID> awaited(Collection<UserSession> records) {
        return Set.copyOf(jdbc.sql("""
                        select asked.id
                          from unnest(:ids::uuid[], :drivers::uuid[], :logIns::timestamptz[]) as asked (id, driver, log_in)
                         where exists (
                               select from delivery
                                where sent_driver_id = asked.driver and sent_log_in_at = asked.log_in
                                  and state in ('WAITING', 'SENDING', 'UNCERTAIN') and sent_driver_id is not null)
                        """)
                .param("ids", texts(records, UserSession::id))
                .param("drivers", texts(records, UserSession::userId))
                .param("logIns", texts(records, UserSession::logInTime))
                .query(UUID.class)
                .list());
    }

    private static String[] texts(Collection<UserSession> records, Function<UserSession, @Nullable Object> member) {
        return records.stream().map(member).map(String::valueOf).toArray(String[]::new);
    }

    @Override
    public List<SessionValues> unanswered(UUID session) {
        return jdbc
                .sql("""
                        select request_text
                        from (select distinct on (a.session_version) a.id, a.request_text
                              from delivery d join delivery_attempt a on a.delivery_id = d.id
                              where d.session_id = :session and a.request_text is not null
                                and ((d.state not in ('ACCEPTED', 'WITHDRAWN')
                                      and (a.outcome is null or a.outcome in ('UNKNOWN', 'TRY_LATER', 'CONFLICT')))
                                     or (a.sent_at > :since and\s""" + AttemptRows.MAY_STILL_LAND + """
                                ))
                              order by a.session_version, a.id desc) versions
                        order by id desc limit 20
                        """)
                .param("session", session)
                .param("since", Columns.at(clock.instant().minus(LateLandings.LANDS_WITHIN)))
                .query(String.class)
                .list()
                .stream()
                .flatMap(body -> record(body).stream())
                .map(SessionValues::of)
                .toList();
    }

    @Override
    public Optional<UserSession> startedFrom(UUID session) {
        return jdbc.sql("""
                        select base_record from delivery
                        where session_id = :session and state = 'WAITING' and base_record is not null
                        """)
                .param("session", session)
                .query(String.class)
                .optional()
                .flatMap(this::record);
    }

    private Optional<UserSession> record(String text) {
        return texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session)
                ? Optional.of(session)
                : Optional.empty();
    }
}
