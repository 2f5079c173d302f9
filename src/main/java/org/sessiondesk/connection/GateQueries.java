package org.sessiondesk.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of the gate. Each change says whether it changed anything, so that nothing is told twice. */
@Component
class GateQueries {

    /** A run of failures of OnTime. */
    enum Run {
        NONE,
        /** Nothing was held back for it yet. */
        SHORT,
        HELD_BACK
    }

    private final JdbcClient jdbc;

    GateQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    GateState state() {
        return jdbc.sql("""
                        select closed_why, closed_words, closed_by, closed_at, probe_at, paused_until,
                               failures, failing_since, failing_why, retry_at,
                               daily_limit, daily_remaining, daily_reset,
                               monthly_limit, monthly_remaining, monthly_reset, limits_seen_at
                        from ontime_gate
                        """)
                .query((row, n) ->
                        new GateState(closed(row), instant(row, "paused_until"), unreachable(row), limits(row)))
                .single();
    }

    /** Nobody changes the gate until the current transaction ends. */
    void shareLock() {
        jdbc.sql("select 1 from ontime_gate for share").query(Integer.class).single();
    }

    /** Moves the closed gate's next probe on, if it was due; of several callers one gets it. */
    boolean claimProbe(Instant now, Instant next) {
        return jdbc.sql("update ontime_gate set probe_at = :next where closed_why is not null and probe_at <= :now")
                        .param("now", at(now))
                        .param("next", at(next))
                        .update()
                > 0;
    }

    /** As {@link #claimProbe}, for a site that OnTime didn't answer. */
    boolean claimRetry(Instant now, Instant next) {
        return jdbc.sql("update ontime_gate set retry_at = :next where retry_at <= :now")
                        .param("now", at(now))
                        .param("next", at(next))
                        .update()
                > 0;
    }

    /** OnTime answers: ends a run of failures, and says what that run had come to. */
    Run markReached() {
        return jdbc.sql("""
                                with before as (select failures > 0 as any, retry_at is not null as held from ontime_gate for update)
                                update ontime_gate
                                set failures = 0, failing_since = null, failing_why = null, retry_at = null
                                from before
                                where before.any
                                returning before.held
                                """)
                .query(Boolean.class)
                .optional()
                .map(held -> held ? Run.HELD_BACK : Run.SHORT)
                .orElse(Run.NONE);
    }

    boolean open() {
        return jdbc.sql("""
                                update ontime_gate
                                set closed_why = null, closed_words = null, closed_by = null, closed_at = null,
                                    probe_at = null
                                where closed_why is not null
                                """).update() > 0;
    }

    /** Closes the gate, or keeps the newest words of a closed one; says whether it wasn't closed for this yet. */
    boolean close(Errand by, NotAuthorisedWhy why, String words, Instant now, Instant probe) {
        String storable = words.replace("\0", "\uFFFD");
        boolean newly = jdbc.sql("""
                                update ontime_gate
                                set closed_why = :why, closed_words = :words, closed_by = :by, closed_at = :now,
                                    probe_at = :probe
                                where closed_why is distinct from :why
                                """)
                        .param("why", why.name())
                        .param("words", storable)
                        .param("by", by.name())
                        .param("now", at(now))
                        .param("probe", at(probe))
                        .update()
                > 0;
        if (!newly) {
            jdbc.sql("update ontime_gate set closed_words = :words where closed_why = :why and closed_words <> :words")
                    .param("why", why.name())
                    .param("words", storable)
                    .update();
        }
        return newly;
    }

    boolean pause(Instant until) {
        return jdbc.sql("""
                                update ontime_gate set paused_until = :until
                                where paused_until is null or paused_until < :until
                                """).param("until", at(until)).update() > 0;
    }

    int countFailure(String why, Instant now) {
        return jdbc.sql("""
                        update ontime_gate
                        set failures = failures + 1, failing_since = coalesce(failing_since, :now), failing_why = :why
                        returning failures
                        """)
                .param("now", at(now))
                .param("why", why.replace("\0", "\uFFFD"))
                .query(Integer.class)
                .single();
    }

    void retryAt(Instant time) {
        jdbc.sql("update ontime_gate set retry_at = :time")
                .param("time", at(time))
                .update();
    }

    void hurry(Instant now) {
        jdbc.sql("""
                                update ontime_gate
                                set probe_at = case when closed_why is not null then :now end,
                                    retry_at = case when retry_at is not null then :now end
                                where probe_at > :now or retry_at > :now
                                """).param("now", at(now)).update();
    }

    void keep(Limits limits) {
        jdbc.sql("""
                        update ontime_gate
                        set daily_limit = :dailyLimit, daily_remaining = :dailyRemaining, daily_reset = :dailyReset,
                            monthly_limit = :monthlyLimit, monthly_remaining = :monthlyRemaining,
                            monthly_reset = :monthlyReset, limits_seen_at = :seen
                        where limits_seen_at is null or limits_seen_at < :seen
                        """)
                .param("dailyLimit", part(limits.daily(), Limits.Allowance::limit))
                .param("dailyRemaining", part(limits.daily(), Limits.Allowance::remaining))
                .param("dailyReset", part(limits.daily(), day -> at(day.reset())))
                .param("monthlyLimit", part(limits.monthly(), Limits.Allowance::limit))
                .param("monthlyRemaining", part(limits.monthly(), Limits.Allowance::remaining))
                .param("monthlyReset", part(limits.monthly(), month -> at(month.reset())))
                .param("seen", at(limits.seenAt()))
                .update();
    }

    private static <T> @Nullable T part(Limits.@Nullable Allowance allowance, Part<T> part) {
        return allowance == null ? null : part.of(allowance);
    }

    private interface Part<T> {
        @Nullable
        T of(Limits.Allowance allowance);
    }

    private static GateState.@Nullable Closed closed(ResultSet row) throws SQLException {
        String why = row.getString("closed_why");
        return why == null
                ? null
                : new GateState.Closed(
                        NotAuthorisedWhy.valueOf(why),
                        row.getString("closed_words"),
                        Errand.valueOf(row.getString("closed_by")),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("probe_at", OffsetDateTime.class).toInstant());
    }

    private static GateState.@Nullable Unreachable unreachable(ResultSet row) throws SQLException {
        int failures = row.getInt("failures");
        return failures == 0
                ? null
                : new GateState.Unreachable(
                        row.getObject("failing_since", OffsetDateTime.class).toInstant(),
                        failures,
                        row.getString("failing_why"),
                        instant(row, "retry_at"));
    }

    private static @Nullable Limits limits(ResultSet row) throws SQLException {
        Instant seen = instant(row, "limits_seen_at");
        return seen == null ? null : new Limits(allowance(row, "daily"), allowance(row, "monthly"), seen);
    }

    private static Limits.@Nullable Allowance allowance(ResultSet row, String which) throws SQLException {
        Long limit = row.getObject(which + "_limit", Long.class);
        Long remaining = row.getObject(which + "_remaining", Long.class);
        Instant reset = instant(row, which + "_reset");
        return limit == null && remaining == null && reset == null
                ? null
                : new Limits.Allowance(limit, remaining, reset);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
