package org.sessiondesk.session;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions added here that OnTime hasn't confirmed yet: a record of OnTime's that nobody knows may be one of them. */
@Component
class OwnCreates {

    private final JdbcClient jdbc;
    private final DeliveryStanding standing;

    OwnCreates(JdbcClient jdbc, DeliveryStanding standing) {
        this.jdbc = jdbc;
        this.standing = standing;
    }

    /** Of records that nobody knows the IDs of those that may be an unsettled create of ours, by driver and log-in. */
    Set<UUID> among(Collection<UserSession> unknown) {
        var telling = unknown.stream()
                .filter(record -> record.id() != null && record.userId() != null && record.logInTime() != null)
                .toList();
        if (telling.isEmpty()) {
            return Set.of();
        }
        var ours = new HashSet<>(jdbc.sql("""
                        select asked.id
                          from unnest(:ids::uuid[], :drivers::uuid[], :logIns::timestamptz[]) as asked (id, driver, log_in)
                         where exists (
                               select from driver_session
                                where ontime_id is null and not discarded
                                  and driver_id = asked.driver and log_in_at = asked.log_in)
                        """)
                .param("ids", texts(telling, UserSession::id))
                .param("drivers", texts(telling, UserSession::userId))
                .param("logIns", texts(telling, UserSession::logInTime))
                .query(UUID.class)
                .list());
        ours.addAll(standing.awaited(telling));
        return ours;
    }

    private static String[] texts(Collection<UserSession> records, Function<UserSession, @Nullable Object> member) {
        return records.stream().map(member).map(String::valueOf).toArray(String[]::new);
    }
}
