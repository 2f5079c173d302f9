package org.sessiondesk.ui.vehicles;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VehicleUrlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    static Stream<VehicleUrl> urls() {
        return Stream.of(
                VehicleUrl.USUAL,
                new VehicleUrl(LocalDate.of(2026, 3, 1), null, null),
                new VehicleUrl(null, LocalDate.of(2026, 3, 29), UUID.randomUUID()),
                new VehicleUrl(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 29), UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void what_was_written_is_read_back(VehicleUrl url) {
        assertThat(VehicleUrl.parse(url.format())).isEqualTo(url);
    }

    @Test
    void without_dates_it_is_the_last_31_days() {
        assertThat(VehicleUrl.USUAL.last(TODAY)).isEqualTo(TODAY);
        assertThat(VehicleUrl.USUAL.first(TODAY)).isEqualTo(LocalDate.of(2026, 5, 3));
    }

    @Test
    void it_never_is_more_than_a_year() {
        var century = new VehicleUrl(LocalDate.of(1926, 1, 1), TODAY, null);

        assertThat(ChronoUnit.DAYS.between(century.first(TODAY), century.last(TODAY)))
                .isEqualTo(365);
    }

    @Test
    void earlier_and_later_lead_there_and_back() {
        var earlier = VehicleUrl.USUAL.earlier(TODAY);

        assertThat(earlier.last(TODAY)).isEqualTo(LocalDate.of(2026, 5, 2));
        assertThat(earlier.later(TODAY).first(TODAY)).isEqualTo(VehicleUrl.USUAL.first(TODAY));
        assertThat(earlier.later(TODAY).last(TODAY)).isEqualTo(TODAY);
    }

    @Test
    void turned_dates_are_put_in_order_and_what_means_nothing_is_left_out() {
        assertThat(new VehicleUrl(TODAY, TODAY.minusDays(3), null).first(TODAY)).isEqualTo(TODAY.minusDays(3));
        assertThat(VehicleUrl.parse(QueryParameters.simple(Map.of("from", "yesterday", "pair", "x"))))
                .isEqualTo(VehicleUrl.USUAL);
    }
}
