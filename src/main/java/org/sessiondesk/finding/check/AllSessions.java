package org.sessiondesk.finding.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.judge.Verdict;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges all sessions, line after line. It writes no verdict: whatever isn't as stored is due, and is judged with what
 * stands there by then.
 */
@Component
public class AllSessions {

    private static final Logger log = LoggerFactory.getLogger(AllSessions.class);

    /** One check at a time, on whichever instance. */
    private static final long LOCK = Recheck.LOCK + 1;

    private static final int TOLD_EVERY = 20_000;
    private static final int DUE_AT_ONCE = 500;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final DataSource pool;
    private final JdbcClient jdbc;
    private final DueSessions due;
    private final LineRows rows;
    private final StoredLimits limits;
    private final LiveNews news;
    private final InstantSource clock;
    private volatile boolean stopped;
    private volatile @Nullable Thread checking;
    private long lookedAt = System.nanoTime();

    AllSessions(
            DataSource pool,
            JdbcClient jdbc,
            DueSessions due,
            LineRows rows,
            StoredLimits limits,
            LiveNews news,
            InstantSource clock) {
        this.pool = pool;
        this.jdbc = jdbc;
        this.due = due;
        this.rows = rows;
        this.limits = limits;
        this.news = news;
        this.clock = clock;
    }

    /** Asks for a check of all; also while one is under way, which may have begun too early. */
    public void want() {
        jdbc.sql("update full_check set wanted = true, wanted_drivers = true").update();
    }

    /** As {@link #want}, of vehicles' lines alone: what can be driven bears upon no other. */
    public void wantVehicles() {
        jdbc.sql("update full_check set wanted = true").update();
    }

    /** Starts in the background what is wanted, or was broken off. */
    void startIfWanted() {
        if (checking != null || System.nanoTime() - lookedAt < LOOK_EVERY.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        boolean wanted = jdbc.sql("select wanted or started_at is not null and ended_at is null from full_check")
                .query(Boolean.class)
                .single();
        if (wanted && !stopped) {
            var thread = Thread.ofPlatform().daemon().name("all-findings").unstarted(this::check);
            checking = thread;
            thread.start();
        }
    }

    /** After a {@link #stop}. */
    void start() {
        stopped = false;
    }

    void stop() {
        stopped = true;
        var thread = checking;
        if (thread != null) {
            try {
                thread.join(STOP_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void check() {
        try {
            check(() -> stopped);
        } catch (CancellationException e) {
            log.debug("The check of all sessions stops here; it begins anew elsewhere");
        } catch (RuntimeException | SQLException | Error e) {
            if (!stopped && DatabaseTrouble.of(e).isEmpty()) {
                log.warn("The check of all sessions failed; it begins anew", e);
            }
        } finally {
            checking = null;
        }
    }

    /**
     * Checks all, unless another check is under way.
     *
     * @return how many verdicts weren't as stored; -1 if another one is under way
     */
    public long checkNow() throws SQLException {
        return check(() -> false);
    }

    private long check(BooleanSupplier cancelled) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return alone(connection) ? checkAll(connection, cancelled) : -1;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean alone(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private long checkAll(Connection connection, BooleanSupplier cancelled) throws SQLException {
        var now = clock.instant();
        boolean withDrivers = begin(now);
        var lines = new WholeLines(connection, jdbc, rows, limits.now(), now);
        var progress = new Progress(cancelled);
        if (withDrivers) {
            var ofDrivers = new Comparison(Which.DRIVER, progress);
            lines.drivers(
                    Columns.EVER,
                    (session, findings) -> ofDrivers.compare(
                            session, findings.isEmpty() ? null : hash(FindingText.of(findings), null, null)));
            ofDrivers.end();
        }
        var ofVehicles = new Comparison(Which.VEHICLE, progress);
        lines.vehicles(Columns.EVER, (session, verdict) -> ofVehicles.compare(session, hash(verdict)));
        ofVehicles.end();
        progress.end();
        return progress.differed;
    }

    /** Whether it is to look at drivers' lines, too: so it is unless only vehicles' were asked for or broken off. */
    private boolean begin(Instant now) {
        return jdbc.sql("""
                        with asked as (
                            select wanted, wanted_drivers, with_drivers, started_at is not null and ended_at is null as broken_off
                            from full_check for update),
                        scope as (
                            select not (wanted or broken_off) or wanted and wanted_drivers or broken_off and with_drivers as drivers
                            from asked)
                        update full_check
                           set wanted = false, wanted_drivers = false, with_drivers = scope.drivers, started_at = :now,
                               ended_at = null, looked_at = 0, differed = 0,
                               of_all = case when scope.drivers then 2 else 1 end
                                        * greatest(0, (select reltuples from pg_class where oid = 'driver_session'::regclass))
                          from scope
                        returning with_drivers
                        """).param("now", Columns.at(now)).query(Boolean.class).single();
    }

    private static @Nullable Long hash(Verdict verdict) {
        var asked = verdict.asked();
        if (verdict.findings().isEmpty() && asked == null) {
            return null;
        }
        return hash(
                FindingText.of(verdict.findings()),
                asked == null ? null : asked.from(),
                asked == null ? null : asked.until());
    }

    /** 64 bits of what is stored of a verdict (FNV-1a). */
    private static long hash(String findings, @Nullable Object from, @Nullable Object until) {
        long hash = 0xcbf29ce484222325L;
        String text = findings + from + until;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** What one kind of line says now against what is stored. */
    private final class Comparison {

        private final Map<UUID, Long> stored = new HashMap<>();
        private final List<UUID> differing = new ArrayList<>();
        private final Progress progress;

        Comparison(Which line, Progress progress) {
            this.progress = progress;
            jdbc.sql("select session_id, findings, asked_from, asked_until from line_verdict where line = :line")
                    .param("line", line.name())
                    .withFetchSize(DUE_AT_ONCE)
                    .query(row -> {
                        stored.put(
                                row.getObject(1, UUID.class),
                                hash(row.getString(2), Columns.instantOrNull(row, 3), Columns.instantOrNull(row, 4)));
                    });
        }

        void compare(UUID session, @Nullable Long hash) {
            Long before = stored.isEmpty() ? null : stored.remove(session);
            if (hash == null ? before != null : !hash.equals(before)) {
                differs(session);
            }
            progress.next();
        }

        private void differs(UUID session) {
            differing.add(session);
            if (differing.size() == DUE_AT_ONCE) {
                put();
            }
        }

        void end() {
            List.copyOf(stored.keySet()).forEach(this::differs);
            put();
        }

        private void put() {
            due.alone(differing);
            progress.differed += differing.size();
            differing.clear();
        }
    }

    private final class Progress {

        private final BooleanSupplier cancelled;
        private long looked;
        private long differed;

        Progress(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        void next() {
            if (++looked % TOLD_EVERY == 0) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                jdbc.sql("update full_check set looked_at = :looked, differed = :differed")
                        .param("looked", looked)
                        .param("differed", differed)
                        .update();
                news.mention(News.any(News.Topic.FINDING));
            }
        }

        void end() {
            jdbc.sql("""
                            update full_check set looked_at = :looked, of_all = :looked, differed = :differed, ended_at = :now
                            """)
                    .param("looked", looked)
                    .param("differed", differed)
                    .param("now", Columns.at(clock.instant()))
                    .update();
            news.mention(News.any(News.Topic.FINDING));
        }
    }
}
