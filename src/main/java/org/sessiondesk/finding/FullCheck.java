package org.sessiondesk.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.AllSessions;
import org.sessiondesk.finding.check.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The check of all sessions: it runs in the background, one at a time on whichever instance. */
@Service
public class FullCheck {

    private final AllSessions all;
    private final JdbcClient jdbc;

    FullCheck(AllSessions all, JdbcClient jdbc) {
        this.all = all;
        this.jdbc = jdbc;
    }

    /**
     * How far it is.
     *
     * @param withDrivers whether drivers' lines are looked at, too; else only what can be driven changed
     * @param lookedAt so far, each session in each line
     * @param ofAll an estimate until it has ended
     * @param differed so many verdicts weren't as stored
     */
    public record Progress(
            boolean wanted,
            boolean withDrivers,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            long lookedAt,
            long ofAll,
            long differed) {

        /** Whether it goes on at the moment. */
        public boolean underWay() {
            return startedAt != null && endedAt == null;
        }
    }

    /** Asks for one, soon. */
    @PreAuthorize(Role.MAY_ADMINISTER)
    public void start() {
        all.want();
    }

    /** The newest one. */
    @PreAuthorize(Role.MAY_VIEW)
    public Progress progress() {
        return jdbc.sql(
                        "select wanted, with_drivers, started_at, ended_at, looked_at, of_all, differed from full_check")
                .query((row, _) -> new Progress(
                        row.getBoolean("wanted"),
                        row.getBoolean("with_drivers"),
                        Columns.instantOrNull(row, "started_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        row.getLong("looked_at"),
                        row.getLong("of_all"),
                        row.getLong("differed")))
                .single();
    }
}
