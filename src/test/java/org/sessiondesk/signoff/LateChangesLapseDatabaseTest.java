package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionConfirmations;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionIntake.Read;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SignedDays;
import org.sessiondesk.site.Site;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** How long late changes wait, and how long what was decided about one holds. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class LateChangesLapseDatabaseTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(1985, 1, 8).plusWeeks(4L * TESTS.incrementAndGet());
    private final UUID driver = UUID.randomUUID();
    private final UUID ontimeId = UUID.randomUUID();
    private final SessionValues asSigned = SignOffDesk.shift(driver, day, "07:00", "17:00");
    private final SessionValues longer = SignOffDesk.shift(driver, day, "07:00", "18:00");
    private final SessionValues longest = SignOffDesk.shift(driver, day, "07:00", "19:00");
    private final SessionValues evening = SignOffDesk.shift(driver, day, "20:00", "22:00");

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private LateChanges late;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private SessionIntake intake;

    @Autowired
    private AuditQueries audit;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Site site;

    private UUID session = driver;

    @BeforeEach
    void signedDay() {
        FindingDesk.signIn(Role.SUPERVISOR);
        session = desk.read(ontimeId, asSigned);
        sign(session);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void what_was_kept_out_is_asked_again_once_the_session_was_signed_as_another() {
        desk.read(ontimeId, longer);
        late.keep(waiting());
        reopen();
        assertThat(desk.correct(session, SignOffDesk.shift(driver, day, "07:00", "16:30"), SessionField.LOG_OUT))
                .isTrue();
        database.sql()
                .sql("update delivery set state = 'ACCEPTED' where session_id = ?")
                .param(session)
                .update();
        sign(session);

        desk.read(ontimeId, longer);

        assertThat(waiting().theirs()).isEqualTo(longer);
    }

    @Test
    void what_was_kept_out_is_asked_again_once_the_day_was_opened_and_signed_again() {
        desk.read(ontimeId, longer);
        late.keep(waiting());
        reopen();
        sign(session);

        desk.read(ontimeId, longer);

        assertThat(waiting().theirs()).isEqualTo(longer);
    }

    @Test
    void what_was_kept_out_once_hides_no_session_that_is_another_by_now() {
        var recent = LocalDate.now(site.zone()).minusDays(3);
        var mine = UUID.randomUUID();
        var shift = desk.read(mine, SignOffDesk.shift(driver, recent, "07:00", "17:00"));
        sign(recent, shift);
        desk.read(mine, SignOffDesk.shift(driver, recent, "07:00", "18:00"));
        late.keep(waiting());
        signOffs.reopen(new DriverDay(driver, recent), "once more");
        assertThat(desk.correct(shift, SignOffDesk.shift(driver, recent, "07:00", "16:30"), SessionField.LOG_OUT))
                .isTrue();
        database.sql()
                .sql("update delivery set state = 'ACCEPTED' where session_id = ?")
                .param(shift)
                .update();
        sign(recent, shift);
        assertThat(otherwise()).doesNotContain(shift);

        database.sql()
                .sql("update driver_session set log_out_at = log_out_at + interval '1 hour' where id = ?")
                .param(shift)
                .update();

        assertThat(otherwise()).contains(shift);
    }

    @Test
    void back_at_what_was_kept_out_nothing_waits_any_more() {
        desk.read(ontimeId, longer);
        late.keep(waiting());
        desk.read(ontimeId, longest);
        assertThat(waiting().theirs()).isEqualTo(longest);

        desk.read(ontimeId, longer);
        desk.read(ontimeId, longer);

        assertThat(all()).isEmpty();
    }

    @Test
    void nobody_keeps_out_what_he_has_not_seen() {
        desk.read(ontimeId, longer);
        var seen = waiting();
        desk.read(ontimeId, longest);

        assertThat(late.keep(seen)).isEqualTo(new LateOutcome.Stale());

        assertThat(waiting().theirs()).isEqualTo(longest);
    }

    @Test
    void a_day_signed_again_settles_what_is_new_and_what_is_gone() {
        var added = desk.read(UUID.randomUUID(), evening);
        desk.vanish(ontimeId);
        assertThat(all()).hasSize(2);
        reopen();

        sign(added);

        assertThat(all()).isEmpty();
    }

    @Test
    void a_session_that_comes_back_to_a_day_signed_without_it_waits_as_a_new_one() {
        var other = UUID.randomUUID();
        reopen();
        var back = desk.read(other, evening);
        desk.vanish(other);
        sign(session);

        desk.read(other, evening);

        assertThat(waiting()).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(SignedDays.Kind.NEW);
            assertThat(change.session()).isEqualTo(back);
        });
    }

    @Test
    void so_it_does_if_a_delivery_learns_it(
            @Autowired SessionConfirmations confirmations, @Autowired TransactionOperations transactions) {
        var other = UUID.randomUUID();
        reopen();
        var back = desk.read(other, evening);
        desk.vanish(other);
        sign(session);

        transactions.executeWithoutResult(_ -> confirmations.lastKnown(back, days.record(other, evening)));

        assertThat(waiting().kind()).isEqualTo(SignedDays.Kind.NEW);
    }

    @Test
    void what_was_left_out_before_the_day_was_signed_may_change_and_go() {
        var other = UUID.randomUUID();
        reopen();
        var leftOut = desk.read(other, evening);
        corrections.apply(List.of(
                new SessionCommand.LeaveOut(leftOut, desk.session(leftOut).version(), Reason.DUPLICATE, null)));
        sign(session);

        desk.read(other, SignOffDesk.shift(driver, day, "20:00", "23:00"));
        desk.vanish(other);
        desk.read(other, SignOffDesk.shift(driver, day, "20:00", "23:00"));

        assertThat(all()).isEmpty();
    }

    @Test
    void a_signed_session_that_turns_out_to_be_another_one_is_told(
            @Autowired SessionConfirmations confirmations, @Autowired TransactionOperations transactions) {
        var added = Objects.requireNonNull(desk.add(SignOffDesk.shift(driver, day.plusDays(1), "07:00", "17:00")));

        transactions.executeWithoutResult(
                _ -> confirmations.created(added, ontimeId, days.record(ontimeId, asSigned), 1));

        assertThat(desk.session(session).discarded()).isTrue();
        assertThat(waiting().kind()).isEqualTo(SignedDays.Kind.GONE);
        assertThat(waiting().session()).isEqualTo(session);
    }

    @Test
    void what_a_file_brought_is_put_down_to_whoever_filed_it() {
        var clerk = UUID.randomUUID();
        var seen = intake.seen(List.of(ontimeId)).get(ontimeId);

        intake.take(
                List.of(new Read(days.record(ontimeId, longer), seen)), Fact.of("session.filed", Actor.person(clerk)));

        assertThat(waiting().byFile()).isTrue();
        assertThat(audit.history(Subject.of("session", session), 1).getFirst().actor())
                .isEqualTo(Actor.person(clerk));
        desk.read(ontimeId, longest);
        assertThat(waiting().byFile()).isFalse();
    }

    private void reopen() {
        signOffs.reopen(new DriverDay(driver, day), "once more");
    }

    private void sign(UUID... sessions) {
        sign(day, sessions);
    }

    private void sign(LocalDate date, UUID... sessions) {
        desk.settle();
        var wanted = days.seen(driver, date, "right all the same", sessions);
        assertThat(signOffs.sign(List.of(wanted)).getFirst()).isInstanceOf(SignOutcome.Signed.class);
    }

    private List<UUID> otherwise() {
        return late.notAsSigned().stream().map(SignedOtherwise::session).toList();
    }

    private LateChange waiting() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    /** Those of this test's driver. */
    private List<LateChange> all() {
        return late.waiting().stream()
                .filter(change -> driver.equals(change.ours().driver()))
                .toList();
    }
}
