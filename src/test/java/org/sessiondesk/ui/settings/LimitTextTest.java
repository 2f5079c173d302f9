package org.sessiondesk.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.finding.Limit;
import org.sessiondesk.ui.settings.LimitText.Said;
import org.sessiondesk.ui.settings.LimitText.Why;

class LimitTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WARN_DISTANCE | 300 | 300",
                "WARN_DISTANCE | '1,000' | 1000",
                "WARN_DISTANCE | ' 270 mi ' | 270",
                "MOST_A_DAY | 007000 mi | TOO_LARGE",
                "TOP_SPEED | 85mph | 85",
                "TOP_SPEED | 130 km/h | OTHER_UNIT",
                "TOP_SPEED | 85 mi | OTHER_UNIT",
                "WARN_DISTANCE | 480 km | OTHER_UNIT",
                "WARN_DISTANCE | 300 mph | OTHER_UNIT",
                "WARN_DISTANCE | 300 furlongs | NO_NUMBER",
                "MOST_A_DAY | 1000 miles | 1000",
                "WARN_LENGTH | 14 | 840",
                "WARN_LENGTH | 14 h | 840",
                "WARN_LENGTH | 14:00 | 840",
                "WARN_LENGTH | 13:05 | 785",
                "WARN_LENGTH | 13 h 30 min | 810",
                "WARN_LENGTH | 13h30 | 810",
                "WARN_LENGTH | 14:00 h | 840",
                "WARN_LENGTH | 0:30 | 30",
                "WARN_LENGTH | 30 min | 30",
                "WARN_LENGTH | 90 min | 90",
                "WARN_LENGTH | 600 minutes | 600",
                "WARN_LENGTH | 13 30 min | NO_NUMBER",
                "WARN_LENGTH | 14 mi | NO_NUMBER",
                "WARN_DISTANCE | '' | EMPTY",
                "WARN_DISTANCE | '  ' | EMPTY",
                "WARN_DISTANCE | far | NO_NUMBER",
                "WARN_DISTANCE | 2.5 | NO_NUMBER",
                "WARN_DISTANCE | , | NO_NUMBER",
                "WARN_DISTANCE | 0 | TOO_SMALL",
                "WARN_DISTANCE | -300 | TOO_SMALL",
                "WARN_DISTANCE | 99999999999999999999 | TOO_LARGE",
                "WARN_LENGTH | 13:70 | NO_NUMBER",
                "WARN_LENGTH | 0 | TOO_SMALL",
                "WARN_LENGTH | -14 | TOO_SMALL",
                "WARN_LENGTH | 999999999 | TOO_LARGE",
                "TOP_SPEED | 5 | TOO_SMALL"
            })
    void what_people_write_is_a_limit_or_why_not(Limit limit, String text, String says) {
        var expected =
                says.matches("\\d+") ? new Said.Value(Integer.parseInt(says)) : new Said.Refused(Why.valueOf(says));

        assertThat(LimitText.read(limit, text, "mi")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "WARN_DISTANCE, 480 km, 480",
        "WARN_DISTANCE, 300 mi, OTHER_UNIT",
        "TOP_SPEED, 130 km/h, 130",
        "TOP_SPEED, 85 mph, OTHER_UNIT"
    })
    void where_kilometres_are_driven_no_miles_are_taken_for_them(Limit limit, String text, String says) {
        var expected =
                says.matches("\\d+") ? new Said.Value(Integer.parseInt(says)) : new Said.Refused(Why.valueOf(says));

        assertThat(LimitText.read(limit, text, "km")).isEqualTo(expected);
    }

    @Test
    void whatever_may_be_set_is_read_as_it_is_written() {
        for (var limit : Limit.values()) {
            for (int value = limit.least(); value <= limit.most(); value += 7) {
                assertThat(LimitText.read(limit, LimitText.write(limit, value), "mi"))
                        .isEqualTo(new Said.Value(value));
            }
        }
    }
}
