package org.sessiondesk.ui.payperiod;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodUrlTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-03");

    @Test
    void a_period_comes_back_from_its_address() {
        var url = new PeriodUrl(LocalDate.parse("2026-05-25"));

        assertThat(PeriodUrl.parse(url.format())).isEqualTo(url);
        assertThat(url.href()).isEqualTo("shift-audit/period?day=2026-05-25");
        assertThat(url.day(TODAY)).isEqualTo("2026-05-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tuesday", "2026-02-30", "+12026-01-01", "1066-10-14"})
    void what_is_no_day_is_yesterday(String text) {
        var url = PeriodUrl.parse(QueryParameters.simple(Map.of("day", text)));

        assertThat(url.day(TODAY)).isEqualTo("2026-06-02");
        assertThat(url.href()).isEqualTo("shift-audit/period");
    }
}
