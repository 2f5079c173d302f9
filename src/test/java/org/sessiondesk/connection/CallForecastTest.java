package org.sessiondesk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.Limits.Allowance;

class CallForecastTest {

    private static final Instant FIRST_OF_JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant FIRST_OF_JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant TENTH_DAY_OVER = FIRST_OF_JUNE.plus(Duration.ofDays(10));

    @Test
    void a_third_of_the_month_makes_a_third_of_its_calls() {
        assertThat(at(TENTH_DAY_OVER, 85_000L)).contains(new CallForecast(45_000, null));
    }

    @Test
    void a_rate_that_uses_the_month_up_says_when() {
        assertThat(at(TENTH_DAY_OVER, 50_000L))
                .contains(new CallForecast(150_000, FIRST_OF_JUNE.plus(Duration.ofDays(20))));
    }

    @Test
    void nothing_called_comes_to_nothing() {
        assertThat(at(TENTH_DAY_OVER, 100_000L)).contains(new CallForecast(0, null));
    }

    @Test
    void more_left_than_allowed_is_survived() {
        assertThat(at(TENTH_DAY_OVER, 100_001L)).contains(new CallForecast(0, null));
    }

    @Test
    void the_first_day_tells_nothing_of_a_month() {
        assertThat(at(FIRST_OF_JUNE.plus(Duration.ofHours(23)), 90_000L)).isEmpty();
        assertThat(at(FIRST_OF_JUNE.plus(Duration.ofHours(24)), 90_000L)).isPresent();
    }

    @Test
    void a_count_of_last_month_tells_nothing_of_this_one() {
        var limits = limits(100_000L, 85_000L, FIRST_OF_JULY, TENTH_DAY_OVER);
        assertThat(CallForecast.of(limits, FIRST_OF_JULY)).isEmpty();
    }

    @Test
    void where_OnTime_told_no_month_there_is_no_forecast() {
        assertThat(CallForecast.of(null, TENTH_DAY_OVER)).isEmpty();
        var daily = new Allowance(86_400L, 80_000L, TENTH_DAY_OVER);
        assertThat(CallForecast.of(new Limits(daily, null, TENTH_DAY_OVER), TENTH_DAY_OVER))
                .isEmpty();
        assertThat(CallForecast.of(limits(null, 85_000L, FIRST_OF_JULY, TENTH_DAY_OVER), TENTH_DAY_OVER))
                .isEmpty();
        assertThat(CallForecast.of(limits(100_000L, 85_000L, null, TENTH_DAY_OVER), TENTH_DAY_OVER))
                .isEmpty();
    }

    private static Optional<CallForecast> at(Instant seen, @Nullable Long remaining) {
        return CallForecast.of(limits(100_000L, remaining, FIRST_OF_JULY, seen), seen);
    }

    private static Limits limits(
            @Nullable Long limit, @Nullable Long remaining, @Nullable Instant reset, Instant seenAt) {
        return new Limits(null, new Allowance(limit, remaining, reset), seenAt);
    }
}
