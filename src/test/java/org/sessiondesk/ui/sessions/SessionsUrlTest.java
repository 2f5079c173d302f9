package org.sessiondesk.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.worklist.FindingFilter;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.SessionSort;
import org.sessiondesk.worktime.PayCalendar;

class SessionsUrlTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 8);

    static Stream<SessionsUrl> addresses() {
        var usual = SessionsUrl.USUAL;
        return Stream.of(
                usual,
                usual.in(Period.of(Period.Preset.YESTERDAY)).marked(Mark.LOG_OUT_MISSING),
                usual.in(Period.between(DAY, DAY.plusDays(6))).sent(SentState.CONFLICT),
                usual.in(Period.between(DAY, null)).ofDriver(UUID.randomUUID()),
                usual.in(Period.between(null, DAY)).ofVehicle(UUID.randomUUID()),
                usual.finding(FindingFilter.ANY),
                usual.finding(FindingFilter.PUT_ASIDE),
                usual.finding(new FindingFilter(FindingFilter.Which.NOT_KNOWN, null)),
                usual.searching("Ruiz & Söhne + 50%").sorted(new SessionSort(SessionSort.Key.DISTANCE, false)),
                new SessionsUrl(
                        Period.of(Period.Preset.WEEK),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        LogInType.DISPATCHER,
                        SentState.HELD,
                        Mark.ODOMETER_BACKWARDS,
                        FindingFilter.of(Rule.DIGIT_SLIP),
                        "van",
                        new SessionSort(SessionSort.Key.LOG_OUT, true)));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void an_address_is_read_back_as_it_was_written(SessionsUrl url) {
        var parsed = SessionsUrl.parse(QueryParameters.fromString(url.format().getQueryString()));
        assertThat(parsed.url()).isEqualTo(url);
        assertThat(parsed.dropped()).isEmpty();
    }

    @Test
    void what_is_usual_is_left_out() {
        assertThat(SessionsUrl.USUAL.format().getQueryString()).isEmpty();
    }

    @Test
    void a_value_that_means_nothing_is_dropped_and_named() {
        var parsed = SessionsUrl.parse(
                QueryParameters.fromString("from=yesterday&driver=Ruiz&mark=log-out-missing&sort=colour&period=dates"));
        assertThat(parsed.url()).isEqualTo(SessionsUrl.USUAL.marked(Mark.LOG_OUT_MISSING));
        assertThat(parsed.dropped()).containsExactly("from", "period", "driver", "sort");
    }

    @Test
    void dates_the_wrong_way_round_are_turned() {
        assertThat(Period.between(DAY, DAY.minusDays(2))).isEqualTo(Period.between(DAY.minusDays(2), DAY));
    }

    @Test
    void the_pay_period_is_that_of_yesterday_and_its_address_names_no_dates() {
        var url = SessionsUrl.USUAL.in(Period.of(Period.Preset.PAY));

        assertThat(url.format().getQueryString()).isEqualTo("period=pay");
        assertThat(SessionsUrl.parse(url.format()).url()).isEqualTo(url);
        // DAY is a Sunday: yesterday's week ended with it only if weeks begin on a Monday.
        assertThat(url.period().inDates(DAY, new PayCalendar.Weekly(DayOfWeek.SUNDAY)::of))
                .isEqualTo(Period.between(DAY.minusDays(7), DAY.minusDays(1)));
        assertThat(url.period().inDates(DAY, new PayCalendar.Weekly(DayOfWeek.MONDAY)::of))
                .isEqualTo(Period.between(DAY.minusDays(6), DAY));
    }

    @Test
    void a_day_of_23_hours_ends_at_its_own_midnight() {
        var filter = SessionsUrl.USUAL.in(Period.of(Period.Preset.TODAY)).filter(DAY, ZoneId.of("America/Los_Angeles"));
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-03-08T08:00:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2026-03-09T07:00:00Z"));
    }
}
