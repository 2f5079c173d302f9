package org.sessiondesk.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.judge.VanLine.aVan;
import static org.sessiondesk.judge.VanLine.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

class JudgeTimesTest {

    @Test
    void a_forgotten_log_out_is_one_finding_with_the_usual_hour() {
        Finding finding = aVan().out(4, null).finding();

        assertThat(finding.rule()).isEqualTo(Rule.LOG_OUT_MISSING);
        assertThat(finding.suggestions().getFirst().why().cause()).isEqualTo(Cause.USUAL_LOG_OUT);
        assertThat((Instant) finding.suggestions().getFirst().value())
                .isBetween(at("2026-06-05T15:30"), at("2026-06-05T16:30"));
    }

    @Test
    void with_a_forgotten_log_out_the_end_mileage_that_was_never_written_is_offered_too() {
        Finding finding = aVan().out(4, null).end(4, 0).finding();

        assertThat(finding.rule()).isEqualTo(Rule.LOG_OUT_MISSING);
        assertThat(finding.suggestions())
                .filteredOn(suggestion -> suggestion.field() == SessionField.END_MILEAGE)
                .first()
                .satisfies(
                        suggestion -> assertThat((Integer) suggestion.value()).isBetween(52_593, 52_597));
    }

    @Test
    void a_log_out_at_the_next_log_in_long_after_is_a_machines() {
        VanLine van = aVan();
        Finding finding = van.out(4, van.values(5).logIn()).finding();

        assertThat(finding.rule()).isEqualTo(Rule.LOG_OUT_BY_MACHINE);
        assertThat(finding.session()).isEqualTo(van.id(4));
    }

    @Test
    void what_stands_is_not_suggested_for_it() {
        VanLine van = nextLogInAfter12Hours();
        Instant next = Objects.requireNonNull(van.values(5).logIn());

        Finding finding = van.out(4, next).finding();

        assertThat(finding.rule()).isEqualTo(Rule.LOG_OUT_BY_MACHINE);
        assertThat(finding.suggestions())
                .isNotEmpty()
                .noneMatch(suggestion -> suggestion.value().equals(next));
    }

    @Test
    void a_log_out_that_would_look_like_a_machines_is_not_suggested() {
        var suggestions = nextLogInAfter12Hours().out(4, null).finding().suggestions();

        assertThat(suggestions)
                .extracting(suggestion -> suggestion.why().cause())
                .containsExactly(Cause.USUAL_LOG_OUT);
        suggestions.forEach(suggestion -> assertThat(nextLogInAfter12Hours()
                        .out(4, (Instant) suggestion.value())
                        .findings())
                .isEmpty());
    }

    /** Of day 4's driver, who usually stays for 9. */
    private static VanLine nextLogInAfter12Hours() {
        VanLine van = aVan();
        Instant next = Objects.requireNonNull(van.values(4).logIn()).plus(Duration.ofHours(12));
        return van.times(5, next, next.plus(Duration.ofHours(8)));
    }

    @Test
    void a_log_out_at_midnight_in_the_sites_zone_is_a_machines() {
        assertThat(aVan().out(4, at("2026-06-06T00:00")).finding().rule()).isEqualTo(Rule.LOG_OUT_BY_MACHINE);
    }

    @Test
    void a_log_out_before_the_log_in_is_offered_a_day_later() {
        Instant out = Objects.requireNonNull(aVan().values(4).logOut());
        Finding finding = aVan().out(4, out.minus(Duration.ofHours(24))).finding();

        assertThat(finding.rule()).isEqualTo(Rule.LOG_OUT_BEFORE_LOG_IN);
        assertThat(finding.suggestions().getFirst().value()).isEqualTo(out);
    }

    @Test
    void a_log_in_to_come_is_one_finding_and_leaves_no_gap() {
        VanLine van = aVan();
        Instant in = Objects.requireNonNull(van.values(4).logIn());
        Finding finding = van.times(
                        4, in.plus(Duration.ofDays(100)), van.values(4).logOut())
                .finding();

        assertThat(finding.rule()).isEqualTo(Rule.LOG_IN_FUTURE);
        Suggestion usual = finding.suggestions().getFirst();
        assertThat(usual.field()).isEqualTo(SessionField.LOG_IN);
        assertThat(usual.why().cause()).isEqualTo(Cause.USUAL_LOG_IN);
        assertThat((Instant) usual.value()).isBetween(at("2026-06-05T06:30"), at("2026-06-05T07:30"));
    }

    @Test
    void two_drivers_in_one_van_at_once_are_told_once() {
        VanLine van = aVan();
        Finding finding =
                van.driver(5, new UUID(2, 9)).out(4, at("2026-06-06T09:30")).finding();

        assertThat(finding.rule()).isEqualTo(Rule.VEHICLE_OVERLAP);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.session()).isEqualTo(van.id(4));
        assertThat(finding.suggestions().getFirst().value())
                .isEqualTo(van.values(5).logIn());
    }

    @Test
    void one_driver_in_two_vans_at_once_is_a_warning() {
        VanLine van = aVan();
        VanLine other = new VanLine(2, 140_020);
        Finding finding = van.and(
                        other.driver(4, Objects.requireNonNull(van.values(4).driver())))
                .finding();

        assertThat(finding.rule()).isEqualTo(Rule.DRIVER_OVERLAP);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void what_was_never_written_for_want_of_a_log_out_is_told_by_the_only_other_session_too() {
        Finding finding = aVan().only(3, 5).out(0, null).end(0, null).finding();

        assertThat(finding.rule()).isEqualTo(Rule.LOG_OUT_MISSING);
        assertThat(finding.suggestions().getLast().changes()).containsOnly(Map.entry(SessionField.END_MILEAGE, 52_503));
    }

    @Test
    void of_three_the_one_that_crosses_both_others_is_told() {
        VanLine van = aVan().out(4, at("2026-06-05T15:00"));
        UUID driver = Objects.requireNonNull(van.values(4).driver());
        VanLine evening =
                new VanLine(2, 140_020).driver(4, driver).times(4, at("2026-06-05T15:30"), at("2026-06-05T23:30"));
        VanLine somebodyElses =
                new VanLine(3, 230_020).driver(4, driver).times(4, at("2026-06-05T14:00"), at("2026-06-05T17:00"));

        Map<UUID, List<Finding>> findings = van.and(evening).and(somebodyElses).findings();

        assertThat(findings).containsOnlyKeys(somebodyElses.id(4));
        assertThat(Objects.requireNonNull(findings.get(somebodyElses.id(4))))
                .extracting(Finding::rule)
                .containsExactly(Rule.DRIVER_OVERLAP);
    }

    @Test
    void the_same_session_twice_is_told_of_the_second_only() {
        VanLine van = aVan();
        SessionValues values = van.values(4);
        UUID copy = new UUID(99, 99);
        Finding finding =
                van.and(new LineSession(copy, values, false, false, false)).finding();

        assertThat(finding.rule()).isEqualTo(Rule.DUPLICATE);
        assertThat(finding.session()).isEqualTo(copy);
        assertThat(finding.contradicts()).isEqualTo(van.id(4));
    }

    @Test
    void longer_than_the_site_wants_to_be_told_of_is_a_warning() {
        Finding finding = aVan().out(4, at("2026-06-05T22:17")).finding();

        assertThat(finding.rule()).isEqualTo(Rule.DURATION_LONG);
        assertThat(finding.siteLimit()).isTrue();
    }
}
