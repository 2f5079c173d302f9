package org.sessiondesk.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sessiondesk.judge.VanLine.aVan;
import static org.sessiondesk.judge.VanLine.at;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** What stands beside a mistake may be one itself. Of the van: day 3 is 52,406–52,503, day 4 52,504–52,595. */
class JudgeNeighboursTest {

    private static final UUID SOMEBODY = new UUID(2, 99);

    @Test
    void a_trip_meter_counts_from_a_log_in_whose_log_out_was_forgotten() {
        VanLine van = aVan().out(3, null).end(3, null).start(4, 98);

        assertThat(first(van, 4)).isEqualTo(52_504);
    }

    @Test
    void a_trip_meter_counts_from_a_log_in_before_an_end_by_the_trip_meter() {
        VanLine van = aVan().end(3, 97).start(4, 98);

        assertThat(first(van, 3)).isEqualTo(52_503);
        assertThat(first(van, 4)).isEqualTo(52_504);
    }

    @Test
    void a_trip_meter_is_told_in_a_new_vehicle_too() {
        assertThat(first(new VanLine(1, 1_118).start(4, 98), 4)).isEqualTo(1_504);
    }

    @Test
    void a_trip_meter_that_shows_next_to_nothing_was_just_reset_and_tells_no_place() {
        assertThat(first(aVan().start(4, 3), 4)).isEqualTo(52_504);
    }

    @Test
    void an_end_is_told_by_the_next_start_also_if_a_session_of_another_van_stands_between() {
        VanLine van = aVan().end(4, 52_525);
        VanLine other = strayAt("2026-06-05T17:00", "2026-06-05T20:00", van);

        Map<UUID, List<Finding>> findings = van.and(other).findings();

        assertThat(findings).containsOnlyKeys(van.id(4), other.id(4));
        assertThat(findings.get(van.id(4)))
                .extracting(
                        Finding::rule,
                        finding -> finding.suggestions().getFirst().value())
                .containsExactly(tuple(Rule.DIGIT_SLIP, 52_595));
    }

    @Test
    void a_session_of_another_van_is_blamed_for_all_that_it_crosses() {
        VanLine van = aVan().times(4, at("2026-06-05T07:00"), at("2026-06-05T11:00"))
                .times(5, at("2026-06-05T11:30"), at("2026-06-05T21:30"));
        VanLine other = strayAt("2026-06-05T06:30", "2026-06-05T13:00", van);

        assertThat(van.and(other).findings()).containsOnlyKeys(other.id(4));
    }

    @Test
    void where_an_odometer_is_read_a_session_that_read_nothing_is_blamed_for_crossing_another() {
        VanLine van = aVan();
        LineSession unread = session(new SessionValues(
                SOMEBODY, van.vehicle(), LogInType.DRIVER, at("2026-06-05T08:00"), at("2026-06-05T10:00"), null, null));

        assertThat(van.and(unread).findings()).containsOnlyKeys(unread.id());
    }

    @Test
    void a_log_out_before_the_log_in_blames_nobody_else() {
        VanLine van = aVan().times(4, at("2026-06-05T13:00"), at("2026-06-05T10:00"))
                .times(5, at("2026-06-05T12:00"), at("2026-06-05T20:00"))
                .driver(5, SOMEBODY);

        assertThat(van.findings()).containsOnlyKeys(van.id(4));
    }

    /** A van whose session of day 4 is recorded in another one at another time. */
    private static VanLine strayAt(String in, String out, VanLine van) {
        return new VanLine(2, 140_020).times(4, at(in), at(out)).vehicle(4, van.vehicle());
    }

    private static LineSession session(SessionValues values) {
        return new LineSession(new UUID(7, 7), values, false, false, false);
    }

    private static Object first(VanLine van, int day) {
        return van.findings().getOrDefault(van.id(day), List.of()).stream()
                .filter(finding ->
                        finding.field() == SessionField.START_MILEAGE || finding.field() == SessionField.END_MILEAGE)
                .findFirst()
                .orElseThrow()
                .suggestions()
                .getFirst()
                .value();
    }
}
