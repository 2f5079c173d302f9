package org.sessiondesk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.session.SessionFixtures.MORNING;
import static org.sessiondesk.session.SessionFixtures.record;
import static org.sessiondesk.session.SessionFixtures.signIn;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.Problem;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.Stale;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** What has left is taken back by a correction of its own. */
@DatabaseTest
class RevertDatabaseTest {

    private static final Instant EVENING = MORNING.plus(Duration.ofHours(9));
    private static final Instant LATER = whole(EVENING.plusSeconds(3_600));

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private SessionIntake intake;

    @Autowired
    private DriverSessions sessions;

    @Autowired
    private UserSessionText texts;

    @Autowired
    private JdbcClient jdbc;

    private DriverSession session;

    @BeforeEach
    void aSession() {
        signIn(Role.SUPERVISOR);
        session = read(EVENING);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void what_left_goes_back_to_the_value_before_as_a_correction_of_its_own() {
        var corrected = endMileage(200);
        left();

        var reverted = reverted(corrected);

        assertThat(now().values().endMileage()).isEqualTo(100);
        assertThat(now().edited()).as("it is as it was read").isFalse();
        assertThat(now().version()).isEqualTo(session.version() + 2);
        assertThat(jdbc.sql("select kind, reverts, undoes, reason from correction where id = ?")
                        .param(reverted.correction())
                        .query()
                        .singleRow())
                .containsEntry("kind", "REVERT")
                .containsEntry("reverts", corrected.correction())
                .containsEntry("undoes", null)
                .containsEntry("reason", null);
        assertThat(jdbc.sql("select state from delivery where session_id = ? order by queued_at desc limit 1")
                        .param(session.id())
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
        assertThat(trail("session.reverted")).isEqualTo(1);
    }

    @Test
    void a_field_that_was_changed_again_since_stays() {
        var corrected = correct(
                new SessionValues(null, null, LogInType.UNDEFINED, null, LATER, null, 200),
                SessionField.LOG_OUT,
                SessionField.END_MILEAGE);
        left();
        endMileage(250);
        left();

        reverted(corrected);

        assertThat(now().values().endMileage()).isEqualTo(250);
        assertThat(now().values().logOut())
                .as("in whole seconds, as it is sent")
                .isEqualTo(whole(EVENING));
        assertThat(now().edited()).isTrue();
    }

    @Test
    void nothing_of_it_left_standing_is_too_late() {
        var corrected = endMileage(200);
        left();
        endMileage(250);
        left();

        assertThat(revert(corrected)).isInstanceOf(TooLate.class);
        assertThat(possible()).doesNotContain(corrected.correction());
    }

    @Test
    void a_value_that_stands_again_can_be_reverted_again() {
        var corrected = endMileage(200);
        left();
        var first = reverted(corrected);
        left();
        assertThat(possible()).containsExactly(first.correction());
        var second = reverted(first);
        left();
        assertThat(now().values().endMileage()).isEqualTo(200);
        assertThat(possible()).containsExactlyInAnyOrder(corrected.correction(), second.correction());

        reverted(corrected);

        assertThat(now().values().endMileage()).isEqualTo(100);
    }

    @Test
    void as_long_as_nothing_has_left_the_newest_is_undone_and_not_reverted() {
        var corrected = endMileage(200);

        assertThat(revert(corrected)).isInstanceOf(TooLate.class);
        assertThat(sessions.takeBacks(session.id())).isEqualTo(new TakeBacks(corrected.correction(), Set.of()));
    }

    @Test
    void a_revert_is_undone_while_it_has_not_left() {
        var corrected = endMileage(200);
        left();
        var reverted = reverted(corrected);
        assertThat(sessions.takeBacks(session.id())).isEqualTo(new TakeBacks(reverted.correction(), Set.of()));

        assertThat(apply(new SessionCommand.Undo(session.id(), reverted.correction())))
                .isInstanceOf(Saved.class);

        assertThat(now().values().endMileage()).isEqualTo(200);
        assertThat(now().edited()).isTrue();
        assertThat(possible()).containsExactly(corrected.correction());
        assertThat(revert(reverted)).as("undone, it never was").isInstanceOf(TooLate.class);
    }

    @Test
    void a_correction_undone_after_a_revert_leaves_what_was_read() {
        var corrected = endMileage(200);
        left();
        reverted(corrected);
        left();
        var again = endMileage(300);

        apply(new SessionCommand.Undo(session.id(), again.correction()));

        assertThat(now().values()).isEqualTo(session.values());
        assertThat(now().edited()).isFalse();
    }

    @Test
    void an_undone_correction_cannot_be_reverted() {
        var corrected = endMileage(200);
        apply(new SessionCommand.Undo(session.id(), corrected.correction()));

        assertThat(revert(corrected)).isInstanceOf(TooLate.class);
    }

    @Test
    void another_version_is_stale() {
        var corrected = endMileage(200);
        left();

        assertThat(apply(new SessionCommand.Revert(session.id(), session.version(), corrected.correction())))
                .isInstanceOf(Stale.class);
        assertThat(now().values().endMileage()).isEqualTo(200);
    }

    @Test
    void one_of_another_session_or_of_another_kind_is_too_late() {
        var elsewhere = endMileage(200);
        left();
        session = read(EVENING);
        assertThat(revert(elsewhere)).isInstanceOf(TooLate.class);

        var added = added();
        left();
        assertThat(revert(added)).isInstanceOf(TooLate.class);

        var out = (Saved) apply(new SessionCommand.LeaveOut(session.id(), now().version(), Reason.DUPLICATE, null));
        assertThat(revert(out)).isInstanceOf(TooLate.class);
    }

    @Test
    void a_discarded_session_has_nothing_to_revert() {
        var added = added();
        var corrected = endMileage(200);
        apply(new SessionCommand.Undo(session.id(), corrected.correction()));
        var again = endMileage(300);
        apply(new SessionCommand.Withdraw(session.id(), now().version(), null));

        assertThat(now().discarded()).isTrue();
        assertThat(revert(again)).isInstanceOf(TooLate.class);
        assertThat(sessions.takeBacks(added.session())).isEqualTo(TakeBacks.NONE);
    }

    @Test
    void what_would_be_impossible_is_invalid() {
        var earlier = correct(
                new SessionValues(null, null, LogInType.UNDEFINED, null, LATER, null, null), SessionField.LOG_OUT);
        left();
        correct(
                new SessionValues(null, null, LogInType.UNDEFINED, whole(EVENING.plusSeconds(1_800)), null, null, null),
                SessionField.LOG_IN);
        left();

        assertThat(revert(earlier))
                .isEqualTo(new Invalid(List.of(new FieldProblem("LOG_OUT", Problem.LOG_OUT_BEFORE_LOG_IN))));
        assertThat(now().values().logOut()).isEqualTo(LATER);
    }

    @Test
    void a_log_out_that_nobody_had_typed_is_open_again() {
        session = read(null);
        var corrected = correct(
                new SessionValues(null, null, LogInType.UNDEFINED, null, LATER, null, null), SessionField.LOG_OUT);
        left();

        reverted(corrected);

        assertThat(now().values().logOut()).isNull();
        assertThat(now().edited()).isFalse();
    }

    @Test
    void a_driver_whom_nobody_reads_any_more_comes_back() {
        var first = Objects.requireNonNull(session.values().driver());
        var other = read(EVENING).values().driver();
        var corrected = correct(
                new SessionValues(other, null, LogInType.UNDEFINED, null, null, null, null), SessionField.DRIVER);
        left();

        reverted(corrected);

        assertThat(now().values().driver()).isEqualTo(first);
    }

    @Test
    void what_the_office_added_is_edited_only_while_it_differs_from_what_was_added() {
        added();
        left();
        var corrected = endMileage(200);
        left();
        assertThat(now().edited()).isTrue();

        reverted(corrected);

        assertThat(now().edited()).isFalse();
    }

    @Test
    void an_earlier_one_that_waits_below_the_newest_is_reverted_alone() {
        var first = correct(
                new SessionValues(null, null, LogInType.UNDEFINED, null, LATER, null, null), SessionField.LOG_OUT);
        endMileage(200);

        reverted(first);

        assertThat(now().values().endMileage()).isEqualTo(200);
        assertThat(now().values().logOut())
                .as("OnTime still has it so")
                .isEqualTo(session.values().logOut());
    }

    private Saved added() {
        var values = new SessionValues(
                session.values().driver(), null, LogInType.DRIVER, whole(MORNING.plusSeconds(60)), null, 50, 100);
        var saved = (Saved) apply(new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null));
        session = sessions.find(saved.session()).orElseThrow();
        return saved;
    }

    private Saved endMileage(int endMileage) {
        return correct(
                new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, endMileage),
                SessionField.END_MILEAGE);
    }

    private Saved correct(SessionValues values, SessionField... fields) {
        return (Saved) apply(new SessionCommand.Correct(
                session.id(), now().version(), values, EnumSet.copyOf(List.of(fields)), Reason.READING_MISTYPED, null));
    }

    private Saved reverted(Saved correction) {
        return (Saved) revert(correction);
    }

    private CorrectionOutcome revert(Saved correction) {
        return apply(new SessionCommand.Revert(session.id(), now().version(), correction.correction()));
    }

    private CorrectionOutcome apply(SessionCommand command) {
        return corrections.apply(List.of(command)).getFirst();
    }

    private Set<UUID> possible() {
        return sessions.takeBacks(session.id()).revertible();
    }

    private DriverSession now() {
        return sessions.find(session.id()).orElseThrow();
    }

    /** What waits is accepted: OnTime has the session's values now. */
    private void left() {
        jdbc.sql("update delivery set state = 'ACCEPTED', next_attempt_at = null where session_id = ?")
                .param(session.id())
                .update();
        var values = now().values();
        var record = record(
                texts,
                Objects.requireNonNullElseGet(session.ontimeId(), UUID::randomUUID),
                Objects.requireNonNull(values.driver()),
                Objects.requireNonNull(values.logIn()),
                values.logOut(),
                Objects.requireNonNull(values.startMileage()),
                Objects.requireNonNull(values.endMileage()));
        jdbc.sql("update driver_session set ontime_record = ? where id = ?")
                .params(record.text(), session.id())
                .update();
    }

    private long trail(String action) {
        return jdbc.sql("""
                        select count(*) from audit_entry e join audit_subject s on s.position = e.position
                        where e.action = :action and s.kind = 'session' and s.id = :session
                        """)
                .params(Map.of("action", action, "session", session.id().toString()))
                .query(Long.class)
                .single();
    }

    private DriverSession read(@Nullable Instant logOut) {
        var id = UUID.randomUUID();
        var record = record(texts, id, UUID.randomUUID(), MORNING, logOut, 50, 100);
        intake.take(List.of(new SessionIntake.Read(record, null)));
        return sessions.findByOntimeId(id).orElseThrow();
    }

    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
