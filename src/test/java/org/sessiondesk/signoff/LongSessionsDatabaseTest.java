package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** However long a session says that it was, what has to be signed can be, and what is signed stays. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class LongSessionsDatabaseTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate monday = LocalDate.of(1980, 1, 7).plusWeeks(8L * TESTS.incrementAndGet());
    private final UUID driver = UUID.randomUUID();

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SettledDays settled;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void usual() {
        jdbc.sql("delete from day_rule").update();
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @EnumSource(DayRule.class)
    void one_of_twelve_days_is_signed_with_the_day_on_which_it_began(DayRule rule) {
        rule(rule);
        var session = days.read(until(monday.plusDays(12)));

        assertThat(settled.toSign(new PayPeriod(monday, monday.plusDays(6))))
                .containsExactly(new DriverDay(driver, monday));
        assertThat(settled.toSign(new PayPeriod(monday.plusDays(7), monday.plusDays(13))))
                .isEmpty();
        assertThat(days.sign(driver, monday, session))
                .isInstanceOfAny(SignOutcome.Refused.class, SignOutcome.NeedsReason.class);
    }

    @Test
    void one_of_a_week_is_split_among_eight_days_and_signed_on_the_last_of_them_too() {
        rule(DayRule.SPLIT);
        var session = days.read(until(monday.plusDays(7)));

        assertThat(settled.toSign(new PayPeriod(monday, monday.plusDays(13)))).hasSize(8);
        assertThat(days.sign(driver, monday.plusDays(7), session))
                .isInstanceOfAny(SignOutcome.Refused.class, SignOutcome.NeedsReason.class);
    }

    @Test
    void the_end_of_one_is_locked_where_another_was_signed_without_the_hours_that_it_would_give_back() {
        var first = days.read(until(monday.plusDays(12)));
        sign(monday.plusDays(3), days.read(from(monday.plusDays(3), monday.plusDays(20))));

        assertThat(correct(first, until(monday.plusDays(10)), SessionField.LOG_OUT))
                .isInstanceOfSatisfying(
                        CorrectionOutcome.Locked.class,
                        locked -> assertThat(locked.by().kind()).isEqualTo(SettledBy.Kind.SIGNED_NEIGHBOUR));
    }

    @Test
    void the_beginning_of_one_does_not_come_so_near_that_a_signed_day_would_lose_its_hours() {
        var first = days.read(until(monday.plusDays(12)));
        var eleventh = monday.plusDays(11);
        sign(eleventh, days.read(SignOffDesk.shift(driver, eleventh, "08:00", "16:00")));

        assertThat(correct(first, from(monday.plusDays(5), monday.plusDays(12)), SessionField.LOG_IN))
                .isInstanceOf(CorrectionOutcome.Locked.class);
        assertThat(correct(first, until(monday.plusDays(10)), SessionField.LOG_OUT))
                .as("that day is too far from its beginning to lose or gain by it")
                .isInstanceOf(CorrectionOutcome.Saved.class);
    }

    /** Whatever is remarkable about one that is so long. */
    private void sign(LocalDate day, UUID session) {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        jdbc.sql("update finding set dismissed = true where session_id = ?")
                .param(session)
                .update();
        assertThat(signOffs.sign(List.of(days.seen(driver, day, "right all the same", session)))
                        .getFirst())
                .isInstanceOf(SignOutcome.Signed.class);
    }

    private CorrectionOutcome correct(UUID session, SessionValues to, SessionField field) {
        return corrections
                .apply(List.of(new SessionCommand.Correct(
                        session, desk.session(session).version(), to, Set.of(field), Reason.FORGOT_LOG_OUT, null)))
                .getFirst();
    }

    private void rule(DayRule rule) {
        FindingDesk.signIn(Role.SUPERVISOR);
        jdbc.sql("insert into day_rule (valid_from, rule, set_by, set_at) values (?, ?, ?, now())")
                .params(monday.minusWeeks(4), rule.name(), UUID.randomUUID())
                .update();
    }

    private SessionValues until(LocalDate day) {
        return from(monday, day);
    }

    private SessionValues from(LocalDate first, LocalDate last) {
        return new SessionValues(
                driver,
                null,
                LogInType.DRIVER,
                SignOffDesk.at(first, "10:00"),
                SignOffDesk.at(last, "09:00"),
                null,
                null);
    }
}
