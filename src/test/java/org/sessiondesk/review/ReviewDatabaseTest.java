package org.sessiondesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What corrections of a period come to. */
@DatabaseTest
@Import(FindingDesk.class)
class ReviewDatabaseTest {

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2009, 1, 6).plusWeeks(20L * TESTS.incrementAndGet());

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Review review;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private JdbcClient jdbc;

    private UUID driver;
    private List<UUID> sessions;

    @BeforeEach
    void threeSessionsOfADay() {
        FindingDesk.signIn(Role.SUPERVISOR);
        var days = new SomeDays(jdbc, desk::read);
        driver = days.driver("Figures, Fay " + TESTS.get());
        sessions = List.of(
                days.read(driver, day, "06:00", "09:00", 20),
                days.read(driver, day, "10:00", "13:00", 20),
                days.read(driver, day, "14:00", "17:00", 20));
        days.read(driver, day.plusDays(1), "06:00", "09:00", 20);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void of_so_many_sessions_so_many_were_corrected_by_whom_and_why() {
        var anna = FindingDesk.signIn(Role.SUPERVISOR).id();
        endMileage(sessions.get(0), 1_030, Reason.READING_MISTYPED);
        endMileage(sessions.get(0), 1_040, Reason.WRONG_VEHICLE);
        var omar = FindingDesk.signIn(Role.SUPERVISOR).id();
        endMileage(sessions.get(1), 1_050, Reason.READING_MISTYPED);
        corrections.apply(List.of(new SessionCommand.LeaveOut(
                sessions.get(1), desk.session(sessions.get(1)).version(), Reason.DUPLICATE, null)));

        var figures = figures();

        assertThat(figures.sessions()).isEqualTo(3);
        assertThat(figures.corrected()).isEqualTo(2);
        assertThat(figures.corrections()).isEqualTo(4);
        assertThat(figures.people())
                .extracting(each -> each.person(), each -> each.corrections(), each -> each.sessions())
                .containsExactlyInAnyOrder(tuple(anna, 2, 1), tuple(omar, 2, 1));
        assertThat(figures.reasons())
                .extracting(each -> each.reason(), each -> each.corrections(), each -> each.sessions())
                .containsExactlyInAnyOrder(
                        tuple(Reason.READING_MISTYPED, 2, 2),
                        tuple(Reason.WRONG_VEHICLE, 1, 1),
                        tuple(Reason.DUPLICATE, 1, 1));
    }

    @Test
    void what_was_taken_back_was_no_correction_and_what_was_added_is_one() {
        var saved = endMileage(sessions.get(0), 1_030, Reason.READING_MISTYPED);
        corrections.apply(List.of(new SessionCommand.Undo(saved.session(), saved.correction())));
        desk.add(desk.session(sessions.get(1)).values());

        assertThat(figures().sessions()).isEqualTo(4);
        assertThat(figures().corrected()).isEqualTo(1);
        assertThat(figures().corrections()).isEqualTo(1);
    }

    @Test
    void a_revert_is_one_more_correction_by_whoever_made_it_for_no_reason_asked() {
        var anna = FindingDesk.signIn(Role.SUPERVISOR).id();
        var saved = endMileage(sessions.get(0), 1_030, Reason.READING_MISTYPED);
        jdbc.sql("update delivery set state = 'ACCEPTED', next_attempt_at = null where session_id = ?")
                .param(saved.session())
                .update();
        var omar = FindingDesk.signIn(Role.SUPERVISOR).id();
        assertThat(corrections.apply(
                        List.of(new SessionCommand.Revert(saved.session(), saved.version(), saved.correction()))))
                .hasOnlyElementsOfType(Saved.class);

        assertThat(figures().corrected()).isEqualTo(1);
        assertThat(figures().people())
                .extracting(each -> each.person(), each -> each.corrections(), each -> each.sessions())
                .containsExactlyInAnyOrder(tuple(anna, 1, 1), tuple(omar, 1, 1));
        assertThat(figures().reasons())
                .extracting(each -> each.reason(), each -> each.corrections())
                .containsExactlyInAnyOrder(tuple(Reason.READING_MISTYPED, 1), tuple(null, 1));
    }

    @Test
    void a_correction_after_its_day_was_signed_is_counted_apart() {
        endMileage(sessions.get(0), 1_030, Reason.READING_MISTYPED);
        signedAndOpenedAgain(sessions.get(0));
        endMileage(sessions.get(0), 1_040, Reason.READING_MISTYPED);

        assertThat(figures().corrections()).isEqualTo(2);
        assertThat(figures().afterSignOff()).isEqualTo(1);
    }

    @Test
    void a_period_without_sessions_has_figures_too() {
        var none = review.figures(at(day.minusDays(30)), at(day.minusDays(29)));

        assertThat(none).isEqualTo(new CorrectionFigures(0, 0, 0, 0, List.of(), List.of()));
    }

    @Test
    void an_index_finds_the_sessions_and_their_corrections() {
        var many = JdbcClient.create(ManyFindings.DATABASE.app());
        var to = Instant.now();
        String plan = String.join(
                "\n",
                many.sql("explain " + Review.FIGURES)
                        .params(Review.period(to.minusSeconds(7 * 86_400), to))
                        .query(String.class)
                        .list());

        assertThat(plan).contains("driver_session_by_log_in").doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void nobody_else_sees_them() {
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken("key", "nobody", List.of(() -> "ROLE_ANONYMOUS")));

        assertThatThrownBy(this::figures).isInstanceOf(AccessDeniedException.class);
    }

    private CorrectionFigures figures() {
        return review.figures(at(day), at(day.plusDays(1)));
    }

    private static Instant at(LocalDate date) {
        return SomeDays.at(date, "00:00");
    }

    private Saved endMileage(UUID session, int reading, Reason reason) {
        var now = desk.session(session);
        var values = now.values();
        var after = new SessionValues(
                values.driver(),
                values.vehicle(),
                values.type(),
                values.logIn(),
                values.logOut(),
                values.startMileage(),
                reading);
        return (Saved) corrections
                .apply(List.of(new SessionCommand.Correct(
                        session, now.version(), after, Set.of(SessionField.END_MILEAGE), reason, null)))
                .getFirst();
    }

    private void signedAndOpenedAgain(UUID session) {
        var signOff = UUID.randomUUID();
        jdbc.sql("""
                        insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds,
                            sessions, without_distance, reopened_by, reopened_at, reopen_reason)
                        values (:id, :driver, :day, :id, :now, 0, 0, 1, 0, :id, :now, 'test')
                        """)
                .param("id", signOff)
                .param("driver", driver)
                .param("day", day)
                .param("now", desk.now().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into signed_session (sign_off_id, session_id, version, type, log_in_at)
                        values (?, ?, 1, 'DRIVER', now())
                        """).params(signOff, session).update();
    }
}
