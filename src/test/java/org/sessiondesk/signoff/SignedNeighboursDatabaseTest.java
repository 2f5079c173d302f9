package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.CorrectionOutcome.Locked;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.session.SignedDays;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Hours that two days share are paid once, also where one of the days is signed and the other isn't yet. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class SignedNeighboursDatabaseTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate monday = LocalDate.of(2001, 1, 8).plusWeeks(4L * TESTS.incrementAndGet());
    private final LocalDate tuesday = monday.plusDays(1);
    private final UUID driver = UUID.randomUUID();
    private final UUID ontimeId = UUID.randomUUID();
    private final SessionValues night = night("08:00");

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SettledDays settled;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private LateChanges late;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void supervisor() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_forgotten_log_out_can_t_be_put_into_the_signed_day_after_it() {
        var open = desk.read(ontimeId, SignOffDesk.shift(driver, monday, "20:00", null));
        signedTuesday();

        assertThat(correct(open, night, SessionField.LOG_OUT)).isInstanceOfSatisfying(Locked.class, locked -> {
            assertThat(locked.by().kind()).isEqualTo(SettledBy.Kind.SIGNED_NEIGHBOUR);
            assertThat(locked.by().first()).isEqualTo(tuesday);
        });
        assertThat(desk.session(open).values().logOut()).isNull();

        assertThat(correct(open, night("06:00"), SessionField.LOG_OUT)).isInstanceOf(Saved.class);
        sign(monday, open);
        assertThat(paid()).isEqualTo(Duration.ofHours(18));
    }

    @Test
    void a_reading_that_would_put_it_there_waits_and_once_taken_each_hour_counts_once() {
        var open = desk.read(ontimeId, SignOffDesk.shift(driver, monday, "20:00", null));
        var signed = signedTuesday();

        desk.read(ontimeId, night);

        assertThat(desk.session(open).values().logOut()).isNull();
        assertThat(waiting()).extracting(LateChange::kind).containsExactly(SignedDays.Kind.CHANGED);
        assertThat(late.take(waiting().getFirst(), "as OnTime says")).isEqualTo(new LateOutcome.Done());
        assertThat(desk.session(open).values()).isEqualTo(night);
        desk.settle();
        sign(monday, open);
        sign(tuesday, signed);
        assertThat(paid()).isEqualTo(Duration.ofHours(18));
    }

    @Test
    void hours_that_were_shared_before_both_were_signed_count_once_whichever_is_signed_first() {
        var first = days.read(night);
        var second = days.read(SignOffDesk.shift(driver, tuesday, "06:00", "14:00"));
        sign(tuesday, second);
        sign(monday, first);
        assertThat(paid()).isEqualTo(Duration.ofHours(18));

        signOffs.reopen(new DriverDay(driver, tuesday), "again");
        sign(tuesday, second);
        assertThat(paid()).isEqualTo(Duration.ofHours(18));
    }

    @Test
    void what_is_not_about_time_may_change_beside_a_signed_day_and_so_may_what_comes_after_it() {
        var first = days.read(night);
        var second = days.read(SignOffDesk.shift(driver, tuesday, "10:00", "14:00"));
        sign(monday, first);

        assertThat(correct(second, SignOffDesk.shift(driver, tuesday, "07:00", "15:00"), SessionField.LOG_IN))
                .isInstanceOf(Saved.class);
        assertThat(correct(second, of(UUID.randomUUID(), desk.session(second).values()), SessionField.VEHICLE))
                .isNotInstanceOf(Locked.class);
        sign(tuesday, second);
        assertThat(paid()).isEqualTo(Duration.ofHours(18));
    }

    @Test
    void a_driver_s_session_can_t_be_pulled_into_a_signed_dispatcher_s_night() {
        var dispatcher =
                new SessionValues(driver, null, LogInType.DISPATCHER, night.logIn(), night.logOut(), null, null);
        var morning = days.read(SignOffDesk.shift(driver, tuesday, "09:00", "17:00"));
        sign(monday, Objects.requireNonNull(desk.add(dispatcher)));

        assertThat(correct(morning, SignOffDesk.shift(driver, tuesday, "05:00", "17:00"), SessionField.LOG_IN))
                .isInstanceOf(Locked.class);
    }

    @Test
    void one_that_shares_hours_with_a_signed_day_stays_in_totals() {
        var first = days.read(night);
        signedTuesday();

        assertThat(apply(new SessionCommand.LeaveOut(first, version(first), Reason.DUPLICATE, null)))
                .isInstanceOf(Locked.class);

        desk.vanish(ontimeIdOf(first));
        assertThat(waiting()).extracting(LateChange::kind).containsExactly(SignedDays.Kind.GONE);
    }

    @Test
    void a_day_is_not_signed_with_a_session_that_takes_hours_of_a_day_signed_without_it() {
        var signed = signedTuesday();
        var added = desk.read(ontimeId, night);
        desk.settle();

        assertThat(days.sign(driver, monday, added))
                .isInstanceOfSatisfying(
                        SignOutcome.Refused.class,
                        refused -> assertThat(refused.objections())
                                .contains(new Objection(added, Objection.Kind.SIGNED_NEIGHBOUR, null)));

        assertThat(late.take(waiting().getFirst(), "it was so")).isEqualTo(new LateOutcome.Done());
        desk.settle();
        sign(monday, added);
        sign(tuesday, signed);
        assertThat(paid()).isEqualTo(Duration.ofHours(18));
    }

    private UUID signedTuesday() {
        var session = days.read(SignOffDesk.shift(driver, tuesday, "06:00", "14:00"));
        sign(tuesday, session);
        return session;
    }

    /** Whatever is remarkable about two that overlap: it is right all the same. */
    private void sign(LocalDate day, UUID session) {
        desk.settle();
        jdbc.sql("update finding set dismissed = true where session_id = ?")
                .param(session)
                .update();
        var wanted = days.seen(driver, day, "right all the same", session);
        assertThat(signOffs.sign(List.of(wanted)).getFirst()).isInstanceOf(SignOutcome.Signed.class);
    }

    private SessionValues night(String logOut) {
        return SignOffDesk.shift(driver, monday, "20:00", logOut);
    }

    private static SessionValues of(UUID vehicle, SessionValues values) {
        return new SessionValues(values.driver(), vehicle, values.type(), values.logIn(), values.logOut(), null, null);
    }

    private CorrectionOutcome correct(UUID session, SessionValues to, SessionField field) {
        return apply(
                new SessionCommand.Correct(session, version(session), to, Set.of(field), Reason.FORGOT_LOG_OUT, null));
    }

    private CorrectionOutcome apply(SessionCommand command) {
        return corrections.apply(List.of(command)).getFirst();
    }

    private long version(UUID session) {
        return desk.session(session).version();
    }

    private UUID ontimeIdOf(UUID session) {
        return Objects.requireNonNull(desk.session(session).ontimeId());
    }

    private List<LateChange> waiting() {
        return late.waiting().stream()
                .filter(change -> driver.equals(change.ours().driver()))
                .toList();
    }

    private Duration paid() {
        return settled.signed(new PayPeriod(monday, tuesday)).values().stream()
                .filter(one -> one.day().driver().equals(driver))
                .map(one -> one.totals().driver())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
