package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.Limits.Allowance;

class ComparisonBudgetTest {

    private static final Instant NOW = Instant.parse("2026-06-02T05:00:00Z");

    @Test
    void it_is_half_a_days_share_of_the_month_without_its_last_tenth() {
        var month =
                new Allowance(100_000L, 100_000L, NOW.plus(Duration.ofDays(29)).plusSeconds(3_600));

        assertThat(of(null, month)).isEqualTo(1_500);
    }

    @Test
    void what_the_month_has_used_already_is_missing_on_the_days_that_are_left() {
        var month =
                new Allowance(100_000L, 20_000L, NOW.plus(Duration.ofDays(9)).plusSeconds(3_600));

        assertThat(of(null, month)).isEqualTo(500);
    }

    @Test
    void the_day_bounds_it_too() {
        assertThat(of(new Allowance(1_000L, 800L, NOW.plusSeconds(60)), null)).isEqualTo(350);
    }

    @Test
    void a_count_that_started_anew_is_whole_again() {
        assertThat(of(new Allowance(1_000L, 3L, NOW.minusSeconds(60)), null)).isEqualTo(450);
    }

    @Test
    void where_OnTime_tells_no_limits_the_known_month_is_assumed() {
        assertThat(ComparisonBudget.of(null, NOW)).isEqualTo(ComparisonBudget.WITHOUT_LIMITS);
        assertThat(of(new Allowance(null, 3L, null), null)).isEqualTo(ComparisonBudget.WITHOUT_LIMITS);
    }

    @Test
    void something_is_compared_every_day() {
        assertThat(of(new Allowance(1_000L, 100L, NOW.plusSeconds(60)), null)).isEqualTo(1);
    }

    private static int of(@Nullable Allowance daily, @Nullable Allowance monthly) {
        return ComparisonBudget.of(new Limits(daily, monthly, NOW), NOW);
    }
}
