package org.sessiondesk.finding.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.SiteLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what a judge with other limits would tell; writes nothing. */
@Component
public class WhatIf {

    private static final int TOLD_EVERY = 5_000;

    private final DataSource pool;
    private final JdbcClient jdbc;
    private final LineRows rows;
    private final InstantSource clock;

    WhatIf(DataSource pool, JdbcClient jdbc, LineRows rows, InstantSource clock) {
        this.pool = pool;
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    private record OfBoth(List<Finding> vehicle, List<Finding> driver) {}

    /** Is told as sessions are judged; may throw to end it. */
    public interface Looking {

        /** @param looked in each line, so that a session counts twice */
        void at(long looked, long of);
    }

    /** By rule, of the sessions that began since then: with the one limits, and with the others. */
    public List<Map<Rule, Integer>> count(SiteLimits before, SiteLimits then, Instant since, Looking looking)
            throws SQLException {
        var counter = new Counter(looking, 2 * placesSince(since));
        return List.of(count(before, since, counter), count(then, since, counter));
    }

    private long placesSince(Instant since) {
        return jdbc.sql("select count(vehicle_id) + count(driver_id) from driver_session s where " + LineRows.IN_LINE
                        + " and s.log_in_at >= :since")
                .param("since", Columns.at(since))
                .query(Long.class)
                .single();
    }

    private static final class Counter {

        private final Looking looking;
        private final long of;
        private long looked;

        Counter(Looking looking, long of) {
            this.looking = looking;
            this.of = of;
        }

        void next() {
            if (looked++ % TOLD_EVERY == 0) {
                looking.at(looked, Math.max(of, looked));
            }
        }
    }

    private Map<Rule, Integer> count(SiteLimits limits, Instant since, Counter counter) throws SQLException {
        var now = clock.instant();
        var found = new HashMap<UUID, OfBoth>();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var lines = new WholeLines(connection, jdbc, rows, limits, now);
                lines.drivers(Share.ALL, since, (session, findings) -> {
                    counter.next();
                    if (!findings.isEmpty()) {
                        found.put(session, new OfBoth(List.of(), findings));
                    }
                });
                lines.vehicles(Share.ALL, since, (session, verdict) -> {
                    counter.next();
                    if (!verdict.findings().isEmpty()) {
                        found.merge(
                                session,
                                new OfBoth(verdict.findings(), List.of()),
                                (one, other) -> new OfBoth(other.vehicle(), one.driver()));
                    }
                });
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        var counts = new EnumMap<Rule, Integer>(Rule.class);
        found.values()
                .forEach(both -> Judge.together(both.vehicle(), both.driver())
                        .forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum)));
        return counts;
    }
}
