package org.sessiondesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;

class DatabaseClockDatabaseTest {

    private static final int A_BUSY_MACHINE = 20;

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void an_instance_whose_own_clock_is_an_hour_off_tells_the_databases_time() {
        InstantSource hourFast = () -> Instant.now().plus(Duration.ofHours(1));

        DatabaseClock clock = new DatabaseClock(database.owner(), hourFast);

        assertThat(clock.instant()).isCloseTo(databaseTime(), within(A_BUSY_MACHINE, ChronoUnit.SECONDS));
    }

    @Test
    void a_clock_that_is_set_while_the_portal_runs_changes_nothing() {
        AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);
        DatabaseClock clock =
                new DatabaseClock(database.owner(), () -> Instant.now().plus(off.get()));

        off.set(Duration.ofHours(-3));

        assertThat(clock.now()).isCloseTo(databaseTime(), within(A_BUSY_MACHINE, ChronoUnit.SECONDS));
    }

    @Test
    void a_time_has_no_more_than_microseconds() {
        DatabaseClock clock = new DatabaseClock(database.owner(), InstantSource.system());

        Instant time = clock.instant();

        assertThat(time).isEqualTo(time.truncatedTo(ChronoUnit.MICROS));
    }

    private Instant databaseTime() {
        return database.sql()
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
