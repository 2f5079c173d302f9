package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReadingLeaseDatabaseTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ReadingLease lease = new ReadingLease(JdbcClient.create(database.app()));
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void one_instance_reads_at_a_time() {
        assertThat(lease.hold(one)).isTrue();
        assertThat(lease.hold(other)).isFalse();
        assertThat(lease.hold(one)).isTrue();
    }

    @Test
    void a_dead_reader_is_replaced_within_a_minute() {
        lease.hold(one);
        assertThat(ReadingLease.LASTS).isLessThan(Duration.ofMinutes(1));

        // As if that long had gone by: the lease reads the database's clock.
        database.sql()
                .sql("update reading_lease set held_until = clock_timestamp() - interval '1 millisecond'")
                .update();

        assertThat(lease.hold(other)).isTrue();
        assertThat(lease.hold(one)).isFalse();
    }

    @Test
    void a_reader_that_stops_lets_the_next_one_in_at_once() {
        lease.hold(one);

        lease.release(one);

        assertThat(lease.hold(other)).isTrue();
    }
}
