package org.sessiondesk.database;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's time, so that all instances agree whatever their own clocks say. Counted on from the last look by a
 * clock that nobody sets, looked at anew every half minute and whenever this machine's clock jumps; cut to microseconds,
 * which is what PostgreSQL keeps.
 */
public final class DatabaseClock implements InstantSource, Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration JUMP = Duration.ofSeconds(1);

    private final DataSource database;
    private final InstantSource ownClock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Look look;

    /** The database's time at one moment of our steady clock, and what our own clock said then. */
    private record Look(Instant databaseTime, long steady, Instant ownTime) {}

    DatabaseClock(DataSource database, InstantSource ownClock) {
        this.database = database;
        this.ownClock = ownClock;
        try {
            this.look = lookNow();
        } catch (SQLException e) {
            throw new IllegalStateException("the database doesn't tell its time", e);
        }
    }

    @Override
    public Instant instant() {
        Look last = look;
        Duration since = Duration.ofNanos(System.nanoTime() - last.steady());
        Duration own = Duration.between(last.ownTime(), ownClock.instant());
        if (own.minus(since).abs().compareTo(JUMP) > 0) {
            // Set by hand, or the machine slept, in which the steady clock stands still.
            lookAgain();
            last = look;
            since = Duration.ofNanos(System.nanoTime() - last.steady());
        } else if (since.compareTo(LOOK_EVERY) > 0 && looking.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    lookAgain();
                } finally {
                    looking.set(false);
                }
            });
        }
        return last.databaseTime().plus(since).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Instant now() {
        return instant();
    }

    private void lookAgain() {
        try {
            look = lookNow();
        } catch (SQLException e) {
            log.debug("The database doesn't tell its time; counting on from the last look", e);
        }
    }

    private Look lookNow() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            long before = System.nanoTime();
            try (ResultSet rows = statement.executeQuery("select clock_timestamp()")) {
                rows.next();
                OffsetDateTime told = rows.getObject(1, OffsetDateTime.class);
                long after = System.nanoTime();
                return new Look(told.toInstant(), before + (after - before) / 2, ownClock.instant());
            }
        }
    }
}
