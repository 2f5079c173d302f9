package org.sessiondesk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sessiondesk.session.SessionFixtures.MORNING;
import static org.sessiondesk.session.SessionFixtures.record;
import static org.sessiondesk.session.SessionFixtures.signIn;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.NotReached;
import org.sessiondesk.session.CorrectionOutcome.Problem;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.Stale;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.Example;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class SessionCorrectionsDatabaseTest {

    private static final Instant EVENING = MORNING.plus(Duration.ofHours(9));

    /** In whole seconds, as it is sent. */
    private static final Instant ADDED = MORNING.plusSeconds(99).truncatedTo(ChronoUnit.SECONDS);

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

    @BeforeEach
    void supervisor() {
        signIn(Role.SUPERVISOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_correction_changes_the_values_and_keeps_what_was_first_read() {
        var session = read(52_310, 52_130);

        var outcome = corrections.apply(List.of(endMileage(session, 52_398)));

        assertThat(outcome).singleElement().isInstanceOf(Saved.class);
        var now = now(session);
        assertThat(now.values().endMileage()).isEqualTo(52_398);
        assertThat(now.asFirstRead())
                .isNotNull()
                .extracting(SessionValues::endMileage)
                .isEqualTo(52_130);
        assertThat(now.version()).isEqualTo(session.version() + 1);
        assertThat(now.edited()).isTrue();
        assertThat(now.lastKnown())
                .isNotNull()
                .extracting(UserSession::endMileage)
                .isEqualTo(52_130);
    }

    @Test
    void a_stale_correction_is_refused_and_nothing_is_written() {
        var session = read(52_310, 52_130);
        corrections.apply(List.of(endMileage(session, 52_398)));
        long trail = trailSize();

        var outcome = corrections.apply(List.of(endMileage(session, 52_400)));

        assertThat(outcome)
                .singleElement()
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale -> assertThat(stale.current().values().endMileage())
                                .isEqualTo(52_398));
        assertThat(now(session).values().endMileage()).isEqualTo(52_398);
        assertThat(trailSize()).isEqualTo(trail);
    }

    @Test
    void of_a_list_nothing_is_written_when_one_is_refused() {
        var good = read(52_310, 52_130);
        var bad = read(100, 200);

        var outcomes = corrections.apply(List.of(endMileage(good, 52_398), endMileage(bad, 2_000_000)));

        assertThat(outcomes.getFirst()).isInstanceOf(NotReached.class);
        assertThat(outcomes.getLast())
                .isEqualTo(new Invalid(List.of(new FieldProblem("END_MILEAGE", Problem.OUT_OF_RANGE))));
        assertThat(now(good).version()).isEqualTo(good.version());
    }

    @Test
    void a_list_is_one_batch_and_one_audit_entry_a_session() {
        var first = read(1_000, 900);
        var second = read(2_000, 1_900);
        long trail = trailSize();

        corrections.apply(List.of(endMileage(first, 1_090), endMileage(second, 2_090)));

        assertThat(trailSize()).isEqualTo(trail + 2);
        assertThat(jdbc.sql("select count(distinct batch_id) from correction where session_id in (?, ?)")
                        .params(first.id(), second.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_is_refused_by_field_and_reason() {
        var session = read(52_310, 52_130);
        var values = new SessionValues(
                UUID.randomUUID(),
                UUID.randomUUID(),
                LogInType.DRIVER,
                MORNING,
                MORNING.minusSeconds(1),
                -1,
                session.values().endMileage());

        var outcome = corrections.apply(List.of(new SessionCommand.Correct(
                session.id(), session.version(), values, EnumSet.allOf(SessionField.class), Reason.OTHER, " ")));

        assertThat(outcome)
                .singleElement()
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .containsExactlyInAnyOrder(
                                        new FieldProblem("DRIVER", Problem.UNKNOWN),
                                        new FieldProblem("VEHICLE", Problem.UNKNOWN),
                                        new FieldProblem("LOG_OUT", Problem.LOG_OUT_BEFORE_LOG_IN),
                                        new FieldProblem("START_MILEAGE", Problem.OUT_OF_RANGE),
                                        new FieldProblem("NOTE", Problem.MISSING)));
    }

    @Test
    void an_end_below_the_start_is_saved_all_the_same() {
        var session = read(52_310, 52_130);

        assertThat(corrections.apply(List.of(endMileage(session, 10))))
                .singleElement()
                .isInstanceOf(Saved.class);
    }

    @Test
    void a_correction_that_changes_nothing_is_refused() {
        var session = read(52_310, 52_398);

        assertThat(corrections.apply(List.of(endMileage(session, 52_398))))
                .containsExactly(new Invalid(List.of(new FieldProblem("", Problem.NOTHING_CHANGED))));
    }

    @Test
    void an_added_session_has_no_ontime_id_and_no_first_reading() {
        var known = read(52_310, 52_398);
        var values = new SessionValues(known.values().driver(), null, LogInType.DRIVER, ADDED, null, null, null);

        var saved = (Saved) corrections
                .apply(List.of(new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, "told by phone")))
                .getFirst();

        var added = sessions.find(saved.session()).orElseThrow();
        assertThat(added.addedByOffice()).isTrue();
        assertThat(added.ontimeId()).isNull();
        assertThat(added.asFirstRead()).isNull();
        assertThat(added.values()).isEqualTo(values);
    }

    @Test
    void a_session_asked_for_once_more_after_a_lost_answer_is_the_one_that_was_added() {
        var driver = read(52_310, 52_398).values().driver();
        var values = new SessionValues(driver, null, LogInType.DRIVER, ADDED, null, 100, null);
        var request = UUID.randomUUID();
        var first = new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null, request);
        var saved = (Saved) corrections.apply(List.of(first)).getFirst();

        assertThat(corrections.apply(List.of(first))).singleElement().isEqualTo(saved);

        var typedOn = new SessionValues(driver, null, LogInType.DRIVER, ADDED, null, 120, null);
        assertThat(corrections.apply(List.of(new SessionCommand.Create(typedOn, Reason.FORGOT_LOG_IN, null, request))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Saved.class, more -> assertThat(more.session()).isEqualTo(saved.session()));
        assertThat(sessions.find(saved.session()).orElseThrow().values()).isEqualTo(typedOn);
    }

    @Test
    void an_undo_restores_what_was_before_and_a_second_one_is_too_late() {
        var session = read(52_310, 52_130);
        var saved =
                (Saved) corrections.apply(List.of(endMileage(session, 52_398))).getFirst();
        var undo = new SessionCommand.Undo(session.id(), saved.correction());

        assertThat(corrections.apply(List.of(undo))).singleElement().isInstanceOf(Saved.class);

        assertThat(now(session).values()).isEqualTo(session.values());
        assertThat(now(session).edited()).isFalse();
        assertThat(corrections.apply(List.of(undo))).singleElement().isInstanceOf(CorrectionOutcome.TooLate.class);
    }

    @Test
    void an_undone_added_session_is_discarded() {
        var known = read(52_310, 52_398);
        var values = new SessionValues(
                known.values().driver(), null, LogInType.DRIVER, MORNING.plusSeconds(1), EVENING, null, null);
        var saved = (Saved) corrections
                .apply(List.of(new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null)))
                .getFirst();

        corrections.apply(List.of(new SessionCommand.Undo(saved.session(), saved.correction())));

        assertThat(sessions.find(saved.session()).orElseThrow().discarded()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PAYROLL", "AUDITOR"})
    void others_correct_nothing(Role role) {
        var session = read(52_310, 52_130);
        signIn(role);

        assertThatThrownBy(() -> corrections.apply(List.of(endMileage(session, 52_398))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(now(session).version()).isEqualTo(session.version());
    }

    @Test
    void two_who_correct_the_same_version_at_once_are_one_saved_and_one_stale() throws Exception {
        var session = read(52_310, 52_130);
        try (var both = Executors.newFixedThreadPool(2)) {
            var tries = both.invokeAll(List.<Callable<List<CorrectionOutcome>>>of(
                    () -> {
                        signIn(Role.SUPERVISOR);
                        return corrections.apply(List.of(endMileage(session, 52_398)));
                    },
                    () -> {
                        signIn(Role.SUPERVISOR);
                        return corrections.apply(List.of(endMileage(session, 52_399)));
                    }));
            var outcomes = List.of(
                    tries.getFirst().get().getFirst(), tries.getLast().get().getFirst());
            assertThat(outcomes).hasAtLeastOneElementOfType(Saved.class).hasAtLeastOneElementOfType(Stale.class);
        }
    }

    private DriverSession read(int startMileage, @Nullable Integer endMileage) {
        var id = UUID.randomUUID();
        var record = record(
                texts, id, UUID.randomUUID(), MORNING, EVENING, startMileage, endMileage == null ? 0 : endMileage);
        intake.take(List.of(new SessionIntake.Read(record, null)));
        return sessions.findByOntimeId(id).orElseThrow();
    }

    private DriverSession now(DriverSession session) {
        return sessions.find(session.id()).orElseThrow();
    }

    private long trailSize() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private static SessionCommand.Correct endMileage(DriverSession session, int endMileage) {
        return Example.endMileage(session, endMileage, null);
    }
}
