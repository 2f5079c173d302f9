package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.delivery.DeliveryDecisions;
import org.sessiondesk.delivery.DeliveryDecisions.Decision;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.CorrectionOutcome.Locked;
import org.sessiondesk.session.CorrectionOutcome.NotReached;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCommand.Correct;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Each way in which a person can change a session, tried on a signed day and in a closed period: none passes. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class DoorsOfSettledDaysDatabaseTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(1990, 1, 2).plusWeeks(4L * TESTS.incrementAndGet());
    private final UUID driver = UUID.randomUUID();
    private final UUID colleague = UUID.randomUUID();
    private final UUID van = UUID.randomUUID();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private PayPeriods periods;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private DeliveryDecisions decisions;

    @Autowired
    private FindingActs findings;

    @Autowired
    private JdbcClient jdbc;

    private UUID read = driver;
    private UUID added = driver;
    private UUID leftOut = driver;
    private UUID elsewhere = driver;
    private UUID newest = driver;
    private UUID corrected = driver;
    private UUID movedAway = driver;
    private UUID moving = driver;

    /** A way in. Answers what it was told. */
    private interface Way {
        Object tried(DoorsOfSettledDaysDatabaseTest of);
    }

    private static Arguments way(String name, Way way) {
        return Arguments.of(name, way);
    }

    static List<Arguments> ways() {
        return List.of(
                way("the editor", test -> test.apply(test.correct(test.read, "08:00"))),
                way("the editor, of what the office added", test -> test.apply(test.correct(test.added, "19:15"))),
                way("the editor, to another day", test -> test.apply(test.moved(test.read, test.driver, 1))),
                way("the editor, to another driver", test -> test.apply(test.moved(test.read, test.colleague, 0))),
                way("the editor, from another day", test -> test.apply(test.moved(test.elsewhere, test.driver, 0))),
                way("adding", test -> test.apply(test.create())),
                way("undo", test -> test.apply(new SessionCommand.Undo(test.added, test.newest))),
                way(
                        "revert",
                        test -> test.apply(
                                new SessionCommand.Revert(test.read, test.version(test.read), test.corrected))),
                way(
                        "revert, of a move to another day",
                        test -> test.apply(
                                new SessionCommand.Revert(test.movedAway, test.version(test.movedAway), test.moving))),
                way("a conflict's decision, ours", test -> test.apply(test.resolve(EnumSet.allOf(SessionField.class)))),
                way("a conflict's decision, OnTime's", test -> test.apply(test.resolve(Set.of()))),
                way("OnTime's values after a refusal", test -> test.apply(test.withdraw())),
                way(
                        "discarding what was added",
                        test -> test.apply(new SessionCommand.Withdraw(test.added, test.version(test.added), null))),
                way(
                        "leaving out of totals",
                        test -> test.apply(new SessionCommand.LeaveOut(
                                test.read, test.version(test.read), Reason.DUPLICATE, null))),
                way(
                        "counting again",
                        test -> test.apply(new SessionCommand.CountAgain(test.leftOut, test.version(test.leftOut)))),
                way(
                        "one in a list of corrections",
                        test -> test.applied(List.of(
                                        test.moved(test.elsewhere, test.driver, 9), test.correct(test.read, "08:00")))
                                .getLast()),
                way("an uncertain create that arrived", test -> test.decisions.itArrived(test.read, UUID.randomUUID())),
                way("an uncertain create that is sent again", test -> {
                    test.days.delivery(test.read, "UNCERTAIN");
                    return test.decisions.sendAgain(test.read);
                }),
                way("a possible duplicate", test -> test.decisions.duplicateSettled(test.read, UUID.randomUUID())),
                way(
                        "a reading that nobody can tell",
                        test -> test.findings.notKnown(test.read, SessionField.END_MILEAGE)));
    }

    @BeforeEach
    void signedDay() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        read = days.read(SignOffDesk.shift(driver, day, "07:00", "12:00", van, 1_000, 1_040));
        corrected = ((Saved) apply(correct(read, "12:30"))).correction();
        movedAway = days.read(SignOffDesk.shift(driver, day, "03:00", "04:00"));
        moving = ((Saved) apply(moved(movedAway, driver, 10))).correction();
        // Both have left.
        jdbc.sql("update delivery set state = 'ACCEPTED', next_attempt_at = null where session_id in (?, ?)")
                .params(read, movedAway)
                .update();
        elsewhere = days.read(SignOffDesk.shift(driver, day.plusDays(8), "07:00", "12:00"));
        days.read(SignOffDesk.shift(colleague, day.plusDays(9), "07:00", "12:00"));
        leftOut = days.read(SignOffDesk.shift(driver, day, "20:00", "21:00"));
        apply(new SessionCommand.LeaveOut(leftOut, version(leftOut), Reason.TEST_LOG_IN, null));
        var saved = (Saved) apply(create());
        added = saved.session();
        newest = saved.correction();
        desk.settle();
        var outcome = days.sign(driver, day, read, added);
        assertThat(outcome).isInstanceOf(SignOutcome.Signed.class);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void none_leads_into_a_signed_day(String name, Way way) {
        refuses(name, way, SettledBy.Kind.SIGNED_DAY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void none_leads_into_a_closed_period(String name, Way way) {
        assertThat(periods.close(new PayPeriod(day, day.plusDays(6)))).isInstanceOf(CloseOutcome.Closed.class);

        refuses(name, way, SettledBy.Kind.CLOSED_PERIOD);
    }

    private void refuses(String name, Way way, SettledBy.Kind kind) {
        var before = rows();

        var answer = way.tried(this);

        switch (answer) {
            case Locked(var by) -> assertThat(by.kind()).as(name).isEqualTo(kind);
            case Decision.Locked(var by) -> assertThat(by.kind()).as(name).isEqualTo(kind);
            default -> assertThat(answer).as(name).isEqualTo(FindingActs.Outcome.SETTLED);
        }
        assertThat(rows()).isEqualTo(before);
    }

    private CorrectionOutcome apply(SessionCommand command) {
        return applied(List.of(command)).getFirst();
    }

    private List<CorrectionOutcome> applied(List<SessionCommand> commands) {
        var outcomes = corrections.apply(commands);
        assertThat(outcomes.subList(0, outcomes.size() - 1)).allMatch(NotReached.class::isInstance);
        return outcomes;
    }

    private SessionCommand create() {
        return new SessionCommand.Create(SignOffDesk.shift(driver, day, "13:00", "18:00"), Reason.FORGOT_LOG_IN, null);
    }

    private SessionCommand correct(UUID session, String logOut) {
        return changed(session, values(session, SignOffDesk.shift(driver, day, "06:00", logOut)));
    }

    private SessionCommand moved(UUID session, UUID to, int daysLater) {
        var shift = SignOffDesk.shift(to, day.plusDays(daysLater), "06:00", "06:30");
        return new Correct(
                session,
                version(session),
                shift,
                Set.of(SessionField.DRIVER, SessionField.LOG_IN, SessionField.LOG_OUT),
                Reason.WRONG_DRIVER,
                null);
    }

    private SessionValues values(UUID session, SessionValues with) {
        return desk.session(session).values().with(Set.of(SessionField.LOG_OUT), with);
    }

    private SessionCommand changed(UUID session, SessionValues values) {
        return new Correct(
                session, version(session), values, Set.of(SessionField.LOG_OUT), Reason.FORGOT_LOG_OUT, null);
    }

    private SessionCommand resolve(Set<SessionField> ours) {
        days.delivery(read, "CONFLICT");
        return new SessionCommand.Resolve(read, version(read), ours, ontime());
    }

    private SessionCommand withdraw() {
        days.delivery(read, "REJECTED");
        return new SessionCommand.Withdraw(read, version(read), ontime());
    }

    private SessionValues ontime() {
        return SessionValues.of(Objects.requireNonNull(desk.session(read).lastKnown()));
    }

    private long version(UUID session) {
        return desk.session(session).version();
    }

    /** All that could have changed of them, and how often somebody corrected one. */
    private List<Map<String, @Nullable Object>> rows() {
        return jdbc.sql("""
                        select s.id, s.version, s.driver_id, s.log_in_at, s.log_out_at, s.discarded, s.left_out_at,
                            (select count(*) from correction c where c.session_id = s.id) as corrections,
                            (select count(*) from reading_not_known n where n.session_id = s.id) as not_known
                        from driver_session s where s.driver_id = ? order by s.id
                        """).param(driver).query().listOfRows();
    }
}
