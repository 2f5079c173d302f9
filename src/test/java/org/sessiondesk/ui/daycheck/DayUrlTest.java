package org.sessiondesk.ui.daycheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.daycheck.By;

class DayUrlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 3);

    static Stream<DayUrl> urls() {
        return Stream.of(
                DayUrl.USUAL,
                DayUrl.USUAL.on(TODAY),
                DayUrl.USUAL.by(By.VEHICLE),
                new DayUrl(TODAY.minusDays(9), By.VEHICLE, true, UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void what_was_written_is_read_back(DayUrl url) {
        assertThat(DayUrl.parse(url.format())).isEqualTo(url);
    }

    @Test
    void without_a_day_it_is_yesterday() {
        assertThat(DayUrl.USUAL.day(TODAY)).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(DayUrl.USUAL.href()).isEqualTo("shift-audit");
        assertThat(DayUrl.USUAL.open(UUID.randomUUID()).on(TODAY).session()).isNull();
        assertThat(DayUrl.USUAL.on(TODAY).href()).isEqualTo("shift-audit?day=2026-06-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "2026-6-2", "+999999999-12-31", "-0001-01-01"})
    void a_day_that_cannot_be_read_is_left_out(String day) {
        assertThat(DayUrl.parse(QueryParameters.simple(Map.of("day", day, "by", "bus", "view", "sky", "session", "7"))))
                .isEqualTo(DayUrl.USUAL);
    }
}
