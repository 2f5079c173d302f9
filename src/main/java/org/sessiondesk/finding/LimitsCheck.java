package org.sessiondesk.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How far the look at sessions beyond a changed limit is. */
@Service
public class LimitsCheck {

    private final JdbcClient jdbc;

    LimitsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest one.
     *
     * @param lookedAt so far
     * @param ofAll an estimate until it has ended
     * @param reached so many of them are beyond a limit that changed, and are judged again
     */
    public record Progress(
            @Nullable Instant startedAt, @Nullable Instant endedAt, long lookedAt, long ofAll, long reached) {

        /** Whether it goes on at the moment. */
        public boolean underWay() {
            return startedAt != null && endedAt == null;
        }
    }

    /** How far it is. */
    @PreAuthorize(Role.MAY_VIEW)
    public Progress progress() {
        return jdbc.sql("select started_at, ended_at, looked_at, of_all, reached from limits_check")
                .query((row, _) -> new Progress(
                        Columns.instantOrNull(row, "started_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        row.getLong("looked_at"),
                        row.getLong("of_all"),
                        row.getLong("reached")))
                .single();
    }
}
