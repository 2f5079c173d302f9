package org.sessiondesk.finding.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.live.LiveNews;
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
        return apart(connection -> alone(connection) ? checkAll(connection, cancelled) : -1);
    }

    private interface Reading<T> {

        T from(Connection connection) throws SQLException;
    }

    /** In a transaction of its own, in which nothing is written. */
    private <T> T apart(Reading<T> reading) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return reading.from(connection);
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
        var siteLimits = limits.now();
        var progress = new CheckProgress(jdbc, news, clock, cancelled);
        if (withDrivers) {
            var drivers = new Comparison(Which.DRIVER, jdbc, due, progress);
            inHalves(
                    connection,
                    (mine, half) -> new WholeLines(mine, jdbc, rows, siteLimits, now)
                            .drivers(half, Columns.EVER, drivers::compare));
            drivers.end();
        }
        var vehicles = new Comparison(Which.VEHICLE, jdbc, due, progress);
        inHalves(
                connection,
                (mine, half) -> new WholeLines(mine, jdbc, rows, siteLimits, now)
                        .vehicles(half, Columns.EVER, vehicles::compare));
        vehicles.end();
        return progress.end();
    }

    private interface Half {

        void judge(Connection connection, Share half) throws SQLException;
    }

    /** Half of the lines here and the others in a thread of their own: what one waits for, the other uses. */
    private void inHalves(Connection connection, Half half) throws SQLException {
        try (var helper = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("all-findings-2").factory())) {
            var others = helper.submit(() -> apart(other -> {
                half.judge(other, Share.HALVES.getLast());
                return true;
            }));
            half.judge(connection, Share.HALVES.getFirst());
            others.get();
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
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
}
