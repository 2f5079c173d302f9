package org.sessiondesk.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.judge.VanLine.aVan;
import static org.sessiondesk.session.SessionField.END_MILEAGE;
import static org.sessiondesk.session.SessionField.START_MILEAGE;
import static org.sessiondesk.session.SessionField.VEHICLE;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.site.Site.DistanceUnit;

/** Of the van: day 3 is 52,406–52,503, day 4 52,504–52,595, day 5 52,596–52,706. */
class JudgeReadingsTest {

    @Test
    void two_swapped_digits_are_put_back() {
        Finding finding = aVan().end(4, 52_955).finding();

        says(finding, Rule.DIGIT_SLIP, END_MILEAGE, 52_595);
        assertThat(finding.session()).isEqualTo(aVan().id(4));
        assertThat(finding.contradicts()).isEqualTo(aVan().id(5));
        assertThat(first(finding).why()).isEqualTo(new Why(Cause.DIGITS_SWAPPED, 3, 4, 52_504, 52_596));
    }

    @Test
    void a_swap_of_neighbours_tells_which_digits() {
        Finding finding = aVan().end(4, 25_595).finding();

        says(finding, Rule.DIGIT_SLIP, END_MILEAGE, 52_595);
        assertThat(first(finding).why()).isEqualTo(new Why(Cause.DIGITS_SWAPPED, 1, 2, 52_504, 52_596));
    }

    @Test
    void a_dropped_digit_is_put_in() {
        says(aVan().end(4, 5_295).finding(), Rule.DIGIT_SLIP, END_MILEAGE, 52_595);
    }

    @Test
    void a_doubled_digit_is_taken_out() {
        Finding finding = aVan().start(4, 552_504).finding();

        says(finding, Rule.DIGIT_SLIP, START_MILEAGE, 52_504);
        assertThat(first(finding).why().cause()).isEqualTo(Cause.DIGIT_DOUBLED);
    }

    @Test
    void a_key_beside_is_told_from_any_other() {
        assertThat(first(aVan().start(4, 62_504).finding()).why().cause()).isEqualTo(Cause.NEIGHBOUR_KEY);
        assertThat(first(aVan().start(4, 72_504).finding()).why().cause()).isEqualTo(Cause.DIGIT_WRONG);
    }

    @Test
    void a_slip_up_that_stays_above_the_start_is_the_ends_and_not_the_next_ones() {
        Finding finding = aVan().end(4, 52_795).finding();

        says(finding, Rule.DIGIT_SLIP, END_MILEAGE, 52_595);
        assertThat(finding.session()).isEqualTo(aVan().id(4));
    }

    @Test
    void start_and_end_the_wrong_way_round_change_together() {
        Finding finding = aVan().readings(4, 52_595, 52_504).finding();

        says(finding, Rule.SWAPPED, START_MILEAGE, 52_504);
        assertThat(first(finding).also())
                .extracting(also -> also == null ? null : also.value())
                .isEqualTo(52_595);
        assertThat(finding.suggestions()).hasSize(1);
    }

    @Test
    void of_suggestions_that_change_the_same_the_best_stands() {
        Why why = new Why(Cause.USUAL_DISTANCE, 0, 0, null, null);
        Suggestion start = new Suggestion(START_MILEAGE, 52_504, why, 0.9);
        Suggestion end = new Suggestion(END_MILEAGE, 52_595, why, 0.5);
        Suggestion both = new Suggestion(START_MILEAGE, 52_504, why, 0.9, end);
        Suggestion theSame = new Suggestion(END_MILEAGE, 52_595, why, 0.4, start);

        Finding finding = new Finding(
                new UUID(0, 1),
                Rule.SWAPPED,
                Severity.ERROR,
                START_MILEAGE,
                null,
                null,
                null,
                false,
                List.of(both, theSame, end));

        assertThat(finding.suggestions()).containsExactly(both, end);
    }

    @Test
    void a_trip_meter_is_added_to_the_start() {
        says(aVan().end(4, 91).finding(), Rule.TRIP_METER, END_MILEAGE, 52_595);
    }

    @Test
    void a_trip_meter_at_the_start_is_told_by_what_it_counts_from() {
        says(aVan().start(4, 98).finding(), Rule.TRIP_METER, START_MILEAGE, 52_504);
    }

    @Test
    void a_trip_meter_that_was_just_reset_stands_where_the_last_session_ended() {
        says(aVan().start(4, 0).finding(), Rule.TRIP_METER, START_MILEAGE, 52_503);
    }

    @Test
    void miles_in_a_site_of_kilometres_are_converted() {
        VanLine van = aVan().in(DistanceUnit.KM).readings(4, 32_624, 32_681);

        Finding finding = van.finding();

        assertThat(finding.rule()).isEqualTo(Rule.UNIT_MIXED);
        assertThat(first(finding).why().cause()).isEqualTo(Cause.MILES_FOR_KILOMETRES);
        assertThat((Integer) first(finding).value()).isBetween(52_503, 52_505);
        assertThat(first(finding).also()).isNotNull();
    }

    @Test
    void one_reading_in_kilometres_is_converted_alone() {
        says(aVan().end(4, 84_643).finding(), Rule.UNIT_MIXED, END_MILEAGE, 52_595);
    }

    @Test
    void readings_that_continue_another_van_name_it() {
        VanLine other = new VanLine(2, 140_020);
        VanLine van = aVan();
        LineSession strayed = other.vehicle(4, van.vehicle()).sessions().get(4);

        Finding finding = van.and(other).finding();

        says(finding, Rule.WRONG_VEHICLE, VEHICLE, other.vehicle());
        assertThat(finding.session()).isEqualTo(strayed.id());
    }

    @Test
    void a_gap_that_no_other_session_fills_is_told_once() {
        Finding finding = aVan().without(4).finding();

        assertThat(finding.rule()).isEqualTo(Rule.MILEAGE_GAP);
        assertThat(finding.session()).isEqualTo(aVan().id(5));
        assertThat(finding.contradicts()).isEqualTo(aVan().id(3));
        assertThat(finding.seen()).isEqualTo(52_596);
        assertThat(finding.bound()).isEqualTo(52_503);
    }

    @Test
    void one_value_in_both_fields_is_told_where_the_neighbours_moved() {
        Finding finding = aVan().end(4, 52_504).finding();

        assertThat(finding.rule()).isEqualTo(Rule.DISTANCE_ZERO);
        assertThat((Integer) first(finding).value()).isBetween(52_593, 52_597);
    }

    @Test
    void a_reading_that_nothing_explains_is_bounded_by_its_neighbours() {
        Finding finding = aVan().end(4, 7_777_777).finding();

        assertThat(finding.rule()).isEqualTo(Rule.MILEAGE_GAP);
        assertThat(first(finding).why().cause()).isEqualTo(Cause.PRECEDES_NEXT);
        assertThat((Integer) first(finding).value()).isBetween(52_593, 52_597);
    }

    @Test
    void a_missing_reading_is_offered_from_the_one_beside() {
        Finding finding = aVan().end(4, null).finding();

        assertThat(finding.rule()).isEqualTo(Rule.READING_MISSING);
        assertThat((Integer) first(finding).value()).isBetween(52_593, 52_597);
    }

    @Test
    void another_odometer_that_nobody_told_is_one_finding_and_no_chain() {
        VanLine van = aVan();
        for (int day = 5; day < 10; day++) {
            Integer start = van.values(day).startMileage();
            Integer end = van.values(day).endMileage();
            assertThat(start).isNotNull();
            assertThat(end).isNotNull();
            van.readings(day, start - 52_590, end - 52_590);
        }

        Finding finding = van.finding();

        says(finding, Rule.ODOMETER_BACKWARDS, START_MILEAGE, 6);
        assertThat(finding.session()).isEqualTo(van.id(5));
        assertThat(first(finding).why().cause()).isEqualTo(Cause.NEW_ODOMETER);
    }

    @Test
    void two_errors_side_by_side_are_both_put_right() {
        var findings = aVan().end(4, 52_955).end(5, 110).findings();

        says(Objects.requireNonNull(findings.get(aVan().id(4))).getFirst(), Rule.DIGIT_SLIP, END_MILEAGE, 52_595);
        says(Objects.requireNonNull(findings.get(aVan().id(5))).getFirst(), Rule.TRIP_METER, END_MILEAGE, 52_706);
        assertThat(findings).hasSize(2);
    }

    @Test
    void errors_in_the_first_and_the_last_reading_are_found() {
        assertThat(aVan().start(0, 512_118).finding().session()).isEqualTo(aVan().id(0));
        assertThat(aVan().end(9, 5_309).finding().session()).isEqualTo(aVan().id(9));
    }

    @Test
    void of_two_sessions_the_one_that_belongs_elsewhere_is_wrong() {
        VanLine other = new VanLine(2, 140_020);
        VanLine van = aVan().only(3, 4);
        LineSession strayed = other.vehicle(4, van.vehicle()).sessions().get(4);

        Finding finding = van.and(other).finding();

        assertThat(finding.session()).isEqualTo(strayed.id());
        says(finding, Rule.WRONG_VEHICLE, VEHICLE, other.vehicle());
    }

    @Test
    void farther_than_anybody_drives_in_the_time_is_an_error() {
        VanLine van = aVan();
        van.out(4, Objects.requireNonNull(van.values(4).logIn()).plusSeconds(1_200));

        Finding finding = van.finding();

        assertThat(finding.rule()).isEqualTo(Rule.DISTANCE_IMPOSSIBLE);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.field()).isEqualTo(SessionField.LOG_OUT);
    }

    @Test
    void beyond_what_the_site_wants_to_be_told_of_is_a_warning() {
        VanLine van = aVan();
        for (int day = 4; day < 10; day++) {
            Integer start = van.values(day).startMileage();
            Integer end = van.values(day).endMileage();
            assertThat(start).isNotNull();
            assertThat(end).isNotNull();
            van.readings(day, day == 4 ? start : Integer.valueOf(start + 260), end + 260);
        }

        Finding finding = van.finding();

        assertThat(finding.rule()).isEqualTo(Rule.DISTANCE_UNUSUAL);
        assertThat(finding.siteLimit()).isTrue();
        assertThat(finding.seen()).isEqualTo(351);
    }

    private static Suggestion first(Finding finding) {
        return finding.suggestions().getFirst();
    }

    private static void says(Finding finding, Rule rule, SessionField field, Object value) {
        assertThat(finding.rule()).as(finding.toString()).isEqualTo(rule);
        assertThat(first(finding).field()).as(finding.toString()).isEqualTo(field);
        assertThat(first(finding).value()).as(finding.toString()).isEqualTo(value);
    }
}
