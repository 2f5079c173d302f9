package org.sessiondesk.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.sessiondesk.judge.VanLine.aVan;
import static org.sessiondesk.session.SessionField.END_MILEAGE;
import static org.sessiondesk.session.SessionField.START_MILEAGE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Both readings off the trip meter. Of the van: day 3 is 52,406–52,503, day 4 52,504–52,595, day 5 begins at 52,596. */
class JudgeTripMeterTest {

    @Test
    void a_trip_meter_set_to_zero_at_the_log_in_tells_both_readings() {
        says(aVan().readings(4, 0, 91), 4, 52_504, 52_595);
    }

    @Test
    void both_off_a_trip_meter_are_as_far_apart_as_it_says() {
        VanLine van = aVan();
        // No mile is left for a gap, though there is one elsewhere.
        van.readings(3, 52_406, 52_505).readings(4, 310, 401);

        says(van, 4, 52_505, 52_596);
    }

    @Test
    void the_first_session_of_a_van_is_told_by_the_next_and_no_new_odometer_by_the_trip_meter() {
        says(aVan().only(4, 10).readings(0, 0, 91), 0, 52_504, 52_595);
        says(aVan().only(4, 10).readings(0, 310, 401), 0, 52_504, 52_595);
    }

    @Test
    void nobody_reads_zero_off_an_odometer_however_little_a_new_van_has_driven() {
        says(new VanLine(1, 118).readings(4, 0, 91), 4, 504, 595);
    }

    @Test
    void of_two_in_a_row_the_second_is_told_by_the_next_start() {
        VanLine van = aVan().readings(4, 0, 91).readings(5, 0, 110);
        Map<UUID, List<Finding>> findings = van.findings();

        assertThat(findings).containsOnlyKeys(van.id(4), van.id(5));
        assertThat(Objects.requireNonNull(findings.get(van.id(5)))
                        .getFirst()
                        .suggestions()
                        .getFirst()
                        .changes())
                .containsOnly(entry(START_MILEAGE, 52_596), entry(END_MILEAGE, 52_706));
    }

    @Test
    void a_start_of_zero_is_told_however_few_sessions_a_van_has() {
        Finding ofTwo = aVan().only(3, 5).start(1, 0).finding();
        Finding alone = aVan().only(4, 5).start(0, 0).finding();

        assertThat(ofTwo.rule()).isEqualTo(Rule.TRIP_METER);
        assertThat(ofTwo.suggestions().getFirst().changes()).containsOnly(entry(START_MILEAGE, 52_503));
        assertThat(alone.rule()).isEqualTo(Rule.TRIP_METER);
        assertThat(alone.field()).isEqualTo(START_MILEAGE);
    }

    private static void says(VanLine van, int day, int start, int end) {
        Finding finding = van.finding();

        assertThat(finding.session()).isEqualTo(van.id(day));
        assertThat(finding.rule()).isEqualTo(Rule.TRIP_METER);
        assertThat(finding.suggestions().getFirst().changes())
                .containsOnly(entry(START_MILEAGE, start), entry(END_MILEAGE, end));
    }
}
