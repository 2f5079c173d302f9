package org.sessiondesk.daycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.SessionSort;
import org.sessiondesk.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a person leaves out of totals, and what OnTime doesn't have any more, counts nowhere and is still to be seen. */
@DatabaseTest
@Import(FindingDesk.class)
class LeftOutDatabaseTest {

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2012, 1, 3).plusWeeks(20L * TESTS.incrementAndGet());

    @Autowired
    private FindingDesk desk;

    @Autowired
    private DayCheck dayCheck;

    @Autowired
    private Worklist worklist;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private JdbcClient jdbc;

    private SomeDays days;
    private UUID driver;
    private UUID first;
    private UUID twin;

    @BeforeEach
    void aDayWithADuplicate() {
        FindingDesk.signIn(Role.SUPERVISOR);
        days = new SomeDays(jdbc, desk::read);
        driver = days.driver("Twin, Tina " + TESTS.get());
        var van = UUID.randomUUID();
        first = days.read(driver, day, "07:00", "17:00", 88, van);
        twin = days.read(driver, day, "16:00", "18:00", 20, van);
        desk.settle();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void what_is_left_out_counts_in_no_total_and_stays_in_the_list_with_a_mark() {
        assertThat(row().totals().driver()).isEqualTo(Duration.ofHours(11));

        assertThat(leaveOut(twin, Reason.DUPLICATE, null)).isInstanceOf(Saved.class);

        assertThat(row().totals().driver()).isEqualTo(Duration.ofHours(10));
        assertThat(row().totals().distance()).isEqualTo(88);
        assertThat(row().totals().sessions()).isEqualTo(1);
        assertThat(row().overlaps()).isEmpty();
        assertThat(row().leftOut()).isEqualTo(1);
        assertThat(row().bars()).extracting(bar -> bar.session().leftOut()).containsExactly(false, true);
        var foot = worklist.totals(ofDriver());
        assertThat(foot.sessions()).isEqualTo(2);
        assertThat(foot.leftOut()).isEqualTo(1);
        assertThat(foot.time()).isEqualTo(Duration.ofHours(10));
        assertThat(foot.distance()).isEqualTo(88);
        assertThat(marked(Mark.LEFT_OUT)).containsExactly(twin);
    }

    @Test
    void counted_again_it_is_as_it_was() {
        leaveOut(twin, Reason.TEST_LOG_IN, null);

        assertThat(countAgain(twin)).isInstanceOf(Saved.class);

        assertThat(row().totals().driver()).isEqualTo(Duration.ofHours(11));
        assertThat(marked(Mark.LEFT_OUT)).isEmpty();
        assertThat(countAgain(twin)).isInstanceOf(TooLate.class);
    }

    @Test
    void no_problem_is_looked_for_in_it_nor_in_others_because_of_it() {
        assertThat(desk.found(Set.of(driver))).isNotEmpty();

        leaveOut(twin, Reason.DUPLICATE, null);
        desk.settle();
        assertThat(desk.found(Set.of(driver))).isEmpty();
        assertThat(desk.found(Set.of(driver))).isEqualTo(desk.expected(Set.of(driver)));

        countAgain(twin);
        desk.settle();
        assertThat(desk.found(Set.of(driver))).isNotEmpty();
    }

    @Test
    void nothing_is_sent_and_neither_values_nor_version_change() {
        var before = desk.session(twin);

        leaveOut(twin, Reason.OTHER, "Tried the app out");

        var after = desk.session(twin);
        assertThat(after.values()).isEqualTo(before.values());
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.edited()).isFalse();
        assertThat(after.leftOutAt()).isNotNull();
        assertThat(jdbc.sql("select count(*) from delivery where session_id = ?")
                        .param(twin)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("""
                        select e.action from audit_subject s join audit_entry e on e.position = s.position
                        where s.kind = 'session' and s.id = ? order by e.position desc limit 1
                        """).param(twin.toString()).query(String.class).single())
                .isEqualTo("session.left-out");
    }

    @Test
    void a_correction_before_it_can_still_be_taken_back() {
        var values = desk.session(twin).values();
        var corrected = corrections
                .apply(List.of(new SessionCommand.Correct(
                        twin,
                        desk.session(twin).version(),
                        desk.session(first).values(),
                        Set.of(SessionField.END_MILEAGE),
                        Reason.READING_MISTYPED,
                        null)))
                .getFirst();
        leaveOut(twin, Reason.DUPLICATE, null);
        var detail = worklist.detail(twin).orElseThrow();
        assertThat(detail.takeBacks().undoable()).isEqualTo(((Saved) corrected).correction());

        var undone = corrections
                .apply(List.of(new SessionCommand.Undo(twin, ((Saved) corrected).correction())))
                .getFirst();

        assertThat(undone).isInstanceOf(Saved.class);
        assertThat(desk.session(twin).values()).isEqualTo(values);
        assertThat(desk.session(twin).leftOutAt()).isNotNull();
    }

    @Test
    void other_needs_a_note_and_only_who_may_correct_may_leave_out() {
        assertThat(leaveOut(twin, Reason.OTHER, " ")).isInstanceOf(Invalid.class);
        assertThat(leaveOut(twin, Reason.DUPLICATE, null)).isInstanceOf(Saved.class);
        assertThat(leaveOut(twin, Reason.DUPLICATE, null)).isInstanceOf(TooLate.class);
        FindingDesk.signIn(Role.PAYROLL);
        assertThatThrownBy(() -> countAgain(twin)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> new SessionCommand.LeaveOut(twin, 1, Reason.WRONG_DRIVER, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_deleted_in_OnTime_counts_nowhere_and_is_told_until_it_is_there_again() {
        var ontimeId = desk.session(twin).ontimeId();
        assertThat(ontimeId).isNotNull();
        desk.vanish(ontimeId);

        assertThat(row().totals().driver()).isEqualTo(Duration.ofHours(10));
        assertThat(row().vanished()).isEqualTo(1);
        assertThat(worklist.totals(ofDriver()).vanished()).isEqualTo(1);
        assertThat(worklist.totals(ofDriver()).time()).isEqualTo(Duration.ofHours(10));

        desk.read(ontimeId, desk.session(twin).values());
        assertThat(row().totals().driver()).isEqualTo(Duration.ofHours(11));
    }

    @Test
    void an_open_session_left_out_is_neither_still_out_nor_is_its_log_out_missing() {
        var forgotten = days.read(driver, day.plusDays(1), "07:00", null, null);
        assertThat(marked(Mark.LOG_OUT_MISSING)).contains(forgotten);

        leaveOut(forgotten, Reason.TEST_LOG_IN, null);

        assertThat(marked(Mark.LOG_OUT_MISSING)).isEmpty();
        assertThat(marked(Mark.STILL_OUT)).isEmpty();
        assertThat(worklist.lines(List.of(forgotten)).getFirst().mark()).isNull();
    }

    @Test
    void edited_and_added_sessions_are_lists_of_their_own() {
        desk.correct(first, desk.session(twin).values(), SessionField.END_MILEAGE);
        var added = desk.add(desk.session(twin).values());

        assertThat(marked(Mark.EDITED)).containsExactly(first);
        assertThat(marked(Mark.ADDED)).containsExactly(added);
    }

    private DayRow row() {
        return dayCheck.day(day, By.DRIVER).rows().stream()
                .filter(row -> row.id().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private SessionFilter ofDriver() {
        return new SessionFilter(null, null, driver, null, null, null, null, "");
    }

    private List<UUID> marked(Mark mark) {
        return worklist.page(ofDriver().marked(mark), SessionSort.NEWEST_FIRST, 0, 10).stream()
                .map(SessionLine::id)
                .toList();
    }

    private CorrectionOutcome leaveOut(UUID session, Reason reason, @Nullable String note) {
        return corrections
                .apply(List.of(new SessionCommand.LeaveOut(
                        session, desk.session(session).version(), reason, note)))
                .getFirst();
    }

    private CorrectionOutcome countAgain(UUID session) {
        return corrections
                .apply(List.of(new SessionCommand.CountAgain(
                        session, desk.session(session).version())))
                .getFirst();
    }
}
