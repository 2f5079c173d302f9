package org.sessiondesk.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** A vehicle's line and the overview's counts, by the judge's own findings. */
@DatabaseTest
@Import(FindingDesk.class)
class FleetDatabaseTest {

    private static final int DAYS = 12;
    private static final int WRONG = 6;

    private final UUID van = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final List<UUID> sessions = new ArrayList<>();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private FindingActs acts;

    @Autowired
    private Fleet fleet;

    @Autowired
    private Overview overview;

    @Autowired
    private JdbcClient jdbc;

    private Instant first = Instant.EPOCH;

    /** A van of one driver, day after day; on one of them two digits of the end are swapped. */
    @BeforeEach
    void twoDigitsSwapped() {
        FindingDesk.signIn(Role.SUPERVISOR);
        first = desk.now().minus(Duration.ofDays(DAYS + 1)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < DAYS; day++) {
            int start = 51_000 + 113 * day;
            values.add(day(day, start, day == WRONG ? 57_191 : start + 111));
        }
        sessions.addAll(desk.readAll(values));
        desk.settle();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_period_of_the_line_has_its_sessions_in_order_with_their_problems() {
        var trips = fleet.trips(van, first, desk.now());

        assertThat(trips).extracting(Trip::session).containsExactlyElementsOf(sessions);
        assertThat(trips)
                .filteredOn(trip -> trip.errors() > 0)
                .extracting(Trip::session)
                .containsExactly(wrong());
        assertThat(fleet.trips(van, first, first.plus(Duration.ofDays(2)))).hasSize(2);
    }

    @Test
    void the_break_names_the_reading_and_the_session_that_says_otherwise() {
        var broken = fleet.breaks(van, first, desk.now());

        assertThat(broken).singleElement().satisfies(one -> {
            assertThat(one.session()).isEqualTo(wrong());
            assertThat(one.rule()).isEqualTo(Rule.DIGIT_SLIP);
            assertThat(one.field()).isEqualTo(SessionField.END_MILEAGE);
        });
    }

    @Test
    void a_reading_that_nobody_can_tell_is_no_part_of_the_line() {
        acts.notKnown(wrong(), SessionField.END_MILEAGE);

        assertThat(fleet.trips(van, first, desk.now()).get(WRONG)).satisfies(trip -> {
            assertThat(trip.start()).isEqualTo(51_678);
            assertThat(trip.end()).isNull();
            assertThat(trip.distance()).isNull();
        });
    }

    @Test
    void what_it_usually_does_leaves_slips_out() {
        assertThat(fleet.usual(van)).hasValue(new UsualDistance(111, 111, DAYS - 1));
        assertThat(fleet.usual(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_vehicle_that_only_sessions_name_has_its_last_reading_and_its_problems() {
        assertThat(fleet.vehicle(van)).hasValueSatisfying(vehicle -> {
            assertThat(vehicle.name()).isEqualTo(van.toString().substring(0, 8));
            assertThat(vehicle.reading()).isEqualTo(51_000 + 113 * (DAYS - 1) + 111);
            assertThat(vehicle.errors()).isEqualTo(1);
        });
        assertThat(fleet.vehicle(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_new_odometer_is_told_with_who_said_it_until_it_is_taken_back() {
        acts.newOdometer(van, first, 7);
        assertThat(fleet.newOdometers(van))
                .singleElement()
                .satisfies(act -> assertThat(act.reading()).isEqualTo(7));

        acts.sameOdometer(van, first);
        assertThat(fleet.newOdometers(van)).isEmpty();
    }

    @Test
    void a_days_problems_are_counted_without_what_is_put_aside_which_is_told_apart() {
        var from = first.plus(Duration.ofDays(WRONG));
        var to = from.plus(Duration.ofDays(1));
        // Each test's van has its wrong session on this day.
        int errors = overview.problems(from, to).errors();
        int problems = overview.problems(from, to).sessions();
        assertThat(overview.problems(from, to).first()).isNotNull();
        int due = overview.due();

        acts.putAside(wrong(), desk.now().plus(Duration.ofHours(1)), null);

        assertThat(overview.problems(from, to).errors()).isEqualTo(errors - 1);
        assertThat(overview.problems(from, to).sessions()).isEqualTo(problems - 1);
        assertThat(overview.problems(from, to).first()).isNotEqualTo(wrong());
        assertThat(overview.due()).isEqualTo(due);

        jdbc.sql("update put_aside set aside_until = ? where session_id = ?")
                .params(Times.at(desk.now().minus(Duration.ofMinutes(1))), wrong())
                .update();
        assertThat(overview.due()).isEqualTo(due + 1);
    }

    @Test
    void who_forgot_to_log_out_is_not_still_out() {
        var now = desk.now();
        var out = desk.read(UUID.randomUUID(), open(now.minus(Duration.ofHours(3)), UUID.randomUUID()));
        var forgot = desk.read(UUID.randomUUID(), open(now.minus(Duration.ofDays(2)), UUID.randomUUID()));
        desk.settle();

        assertThat(overview.stillOut(1_000))
                .extracting(StillOut::session)
                .contains(out)
                .doesNotContain(forgot);
    }

    private UUID wrong() {
        return sessions.get(WRONG);
    }

    private SessionValues day(int day, int start, int end) {
        var logIn = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
        return values(van, driver, logIn, logIn.plus(Duration.ofMinutes(433)), start, end);
    }

    private static SessionValues open(Instant logIn, UUID who) {
        return values(UUID.randomUUID(), who, logIn, null, 1_000, null);
    }

    private static SessionValues values(
            UUID vehicle, UUID who, Instant logIn, @Nullable Instant logOut, int start, @Nullable Integer end) {
        return new SessionValues(who, vehicle, LogInType.DRIVER, logIn, logOut, start, end);
    }
}
