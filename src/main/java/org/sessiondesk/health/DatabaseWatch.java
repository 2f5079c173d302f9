package org.sessiondesk.health;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the database once a second and at once when a statement failed. Readiness only reads what it saw, so it
 * answers at once whatever is wrong, and the log hears of each change once.
 */
final class DatabaseWatch implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int VALID_WITHIN_SECONDS = 2;

    private static final int TRIES = 3;

    /** A look that takes longer has found something wrong already. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    /** Nothing is known where the last look is older: one a second ends within {@link #LONGEST_LOOK}. */
    private static final Duration STALE = Duration.ofSeconds(5);

    /**
     * Who waits for a lock, and for how long, the database itself knows; a portal sees those of all portals. One that
     * waits is about one row that somebody has in hand.
     */
    private static final String HELD_UP = """
            select count(*) > 1 from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and state = 'active'
               and query_start < clock_timestamp() - interval '5 s'
            """;

    /** Who gave up after 10 s and began anew hasn't waited for long at first. */
    private static final Duration STILL_HELD_UP = Duration.ofSeconds(8);

    /** What was sent to a database that has answered nobody for that long has no answer coming. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** More than fits into what is left of a page, so that the file has to grow. */
    private static final int TRIAL_BYTES = 64 * 1024;

    private final DataSource pool;
    private final Pulse pulse;
    private final OpenConnections open;
    private final byte[] trial = new byte[TRIAL_BYTES];
    private volatile long lookBegan;
    private volatile long lookEnded;
    private boolean looksFail;
    private volatile @Nullable Thread watcher;
    private long troubleBegan;
    private long silentSince;
    private long heldUpUntil;

    DatabaseWatch(DataSource pool, Pulse pulse, OpenConnections open) {
        this.pool = pool;
        this.pulse = pulse;
        this.open = open;
        this.heldUpUntil = System.nanoTime();
        new SecureRandom().nextBytes(trial);
    }

    @Override
    public Health health() {
        long began = lookBegan;
        boolean hangs = began != 0 && System.nanoTime() - began > LONGEST_LOOK.toNanos();
        boolean stale = watcher != null && System.nanoTime() - lookEnded > STALE.toNanos();
        return pulse.trouble() == null && !hangs && !stale
                ? Health.up().build()
                : Health.down().build();
    }

    @Override
    public synchronized void start() {
        if (watcher == null) {
            lookEnded = System.nanoTime();
            // Known before it runs: it ends as soon as it isn't the watcher.
            Thread fresh = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::watch);
            watcher = fresh;
            fresh.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = watcher;
        if (running != null) {
            running.interrupt();
        }
        watcher = null;
        // Whoever goes on without the watch finds out alone.
        pulse.is(null);
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }

    private void watch() {
        try {
            while (Thread.currentThread() == watcher) {
                looked();
                pulse.await(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever a look meets, the next one comes. */
    private void looked() {
        try {
            look();
            lookEnded = System.nanoTime();
            looksFail = false;
        } catch (RuntimeException | Error e) {
            if (!looksFail) {
                log.error("The database can't be looked at. It is tried every second", e);
            }
            looksFail = true;
        }
    }

    private void look() {
        lookBegan = System.nanoTime();
        try (Connection connection = oneThatAnswers()) {
            if (pulse.cannotStore()) {
                tryToStore(connection);
                pulse.storesAgain();
                found(null, "");
            } else if (holdsEverybodyUp(connection)) {
                found(DatabaseTrouble.HELD_UP, "statements wait for a lock and give up");
            } else {
                found(null, "");
            }
        } catch (SQLException e) {
            found(DatabaseTrouble.of(e).orElse(DatabaseTrouble.AWAY), DatabaseTrouble.words(e));
        } finally {
            lookBegan = 0;
        }
    }

    /** The pool may hand out one that was cut a moment ago; the next is another. */
    private Connection oneThatAnswers() throws SQLException {
        for (int n = 1; n <= TRIES; n++) {
            Connection connection = pool.getConnection();
            if (connection.isValid(VALID_WITHIN_SECONDS)) {
                return connection;
            }
            if (pool instanceof HikariDataSource hikari) {
                hikari.evictConnection(connection);
            }
            connection.close();
        }
        throw new SQLException("no answer", "08006");
    }

    private boolean holdsEverybodyUp(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var several = statement.executeQuery(HELD_UP)) {
            if (several.next() && several.getBoolean(1)) {
                heldUpUntil = System.nanoTime() + STILL_HELD_UP.toNanos();
            }
        }
        return System.nanoTime() - heldUpUntil < 0;
    }

    /** Rolled back: nothing stays of it but the room that it needed. */
    private void tryToStore(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("select lo_from_bytea(0, ?)")) {
            statement.setBytes(1, trial);
            statement.execute();
        } finally {
            connection.rollback();
        }
    }

    private void found(@Nullable DatabaseTrouble now, String words) {
        if (Thread.currentThread() != watcher) {
            return;
        }
        DatabaseTrouble before = pulse.trouble();
        String cut = pulse.cutSince();
        if (before == null && now != null) {
            troubleBegan = System.nanoTime();
        }
        pulse.is(now);
        if (now != DatabaseTrouble.AWAY || before != DatabaseTrouble.AWAY) {
            silentSince = System.nanoTime();
        } else if (System.nanoTime() - silentSince > SILENCE.toNanos()) {
            open.cut();
        }
        if (now != null && now != before) {
            log.warn("{} ({}). It is looked at every second until that is over", said(now), words);
        } else if (now == null && before != null) {
            long seconds = Duration.ofNanos(System.nanoTime() - troubleBegan).toSeconds();
            log.warn("The database can be worked with again, after {} s", seconds);
        } else if (now == null && cut != null) {
            log.warn("Connections to the database were cut ({}) and are made anew", cut);
        }
    }

    private static String said(DatabaseTrouble trouble) {
        return switch (trouble) {
            case AWAY -> "The database doesn't answer";
            case BUSY -> "No connection to the database is free";
            case FULL -> "The database can't store anything";
            case HELD_UP -> "The database keeps everybody waiting";
        };
    }
}
