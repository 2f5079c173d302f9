package org.sessiondesk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.Limits.Allowance;
import org.sessiondesk.ontime.LimitsChanged;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of OnTime's counts, by a clock that the test moves. */
@DatabaseTest
class LimitsKeptDatabaseTest {

    @Autowired
    private GateQueries rows;

    @Autowired
    private LiveNews news;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    private Instant now = Instant.parse("2026-06-02T14:00:00Z");
    private LimitsKept limits;

    @BeforeEach
    void aClockOfItsOwn() {
        forget();
        limits = new LimitsKept(rows, news, transaction, () -> now);
    }

    @AfterEach
    void forget() {
        database.sql().sql("""
                        update ontime_gate
                        set daily_limit = null, daily_remaining = null, daily_reset = null, monthly_limit = null,
                            monthly_remaining = null, monthly_reset = null, limits_seen_at = null
                        """).update();
    }

    @Test
    void the_last_count_of_a_burst_is_kept_though_nothing_comes_after_it() {
        told(900);
        for (int left = 899; left >= 860; left--) {
            now = now.plusMillis(50);
            told(left);
        }
        limits.keepLast();
        assertThat(left()).as("not more often than every five seconds").isEqualTo(900);
        now = now.plusSeconds(5);
        limits.keepLast();
        assertThat(left()).isEqualTo(860);
    }

    @Test
    void that_nothing_is_left_is_kept_at_once() {
        told(40);
        now = now.plusMillis(50);
        told(39);
        assertThat(left()).isEqualTo(40);
        now = now.plusMillis(50);
        told(0);
        assertThat(left()).isZero();
    }

    private void told(long left) {
        limits.on(new LimitsChanged(new Limits(new Allowance(1_000L, left, null), null, now)));
    }

    private long left() {
        var kept = Objects.requireNonNull(rows.state().limits());
        return Objects.requireNonNull(Objects.requireNonNull(kept.daily()).remaining());
    }
}
