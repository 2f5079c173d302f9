package org.sessiondesk.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourRoundingTest {

    @ParameterizedTest
    @CsvSource({
        "MINUTE, PT7H42M, 7, 42, 7.70",
        "MINUTE, PT7H42M29S, 7, 42, 7.70",
        "MINUTE, PT7H42M30S, 7, 43, 7.72",
        "MINUTE, PT0S, 0, 0, 0.00",
        "FIVE_MINUTES, PT7H42M29S, 7, 40, 7.67",
        "FIVE_MINUTES, PT7H42M30S, 7, 45, 7.75",
        "TENTH_OF_AN_HOUR, PT7H44M59S, 7, 42, 7.70",
        "TENTH_OF_AN_HOUR, PT7H45M, 7, 48, 7.80",
        "QUARTER_OF_AN_HOUR, PT7H52M29S, 7, 45, 7.75",
        "QUARTER_OF_AN_HOUR, PT7H52M30S, 8, 0, 8.00",
        "QUARTER_OF_AN_HOUR, PT123H7M, 123, 0, 123.00"
    })
    void time_is_rounded_as_the_site_says(
            HourRounding rounding, Duration time, long hours, int minutes, String decimal) {
        var paid = rounding.round(time);

        assertThat(paid.hours()).isEqualTo(hours);
        assertThat(paid.minutes()).isEqualTo(minutes);
        assertThat(paid.decimal()).isEqualTo(decimal);
    }

    @Test
    void a_sum_is_of_what_is_paid() {
        var week = LongStream.range(0, 5)
                .mapToObj(_ -> HourRounding.QUARTER_OF_AN_HOUR.round(Duration.ofMinutes(7 * 60 + 50)))
                .reduce(new Hours(0), Hours::plus);

        assertThat(week.decimal()).isEqualTo("38.75");
    }

    @Test
    void less_than_no_time_is_refused() {
        assertThatThrownBy(() -> HourRounding.MINUTE.round(Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
