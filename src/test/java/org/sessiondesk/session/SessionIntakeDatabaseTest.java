package org.sessiondesk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.session.SessionFixtures.MORNING;
import static org.sessiondesk.session.SessionFixtures.record;
import static org.sessiondesk.session.SessionFixtures.signIn;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.SessionIntake.Read;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.Example;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class SessionIntakeDatabaseTest {

    private static final Instant EVENING = MORNING.plus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS);

    private final UUID id = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @Autowired
    private SessionIntake intake;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private DriverSessions sessions;

    @Autowired
    private UserSessionText texts;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_log_out_of_an_open_session_fills_the_first_reading_and_later_ones_do_not() {
        take(open());
        take(closed(52_398));
        take(closed(52_399));

        var first = now().asFirstRead();
        assertThat(first).isNotNull();
        assertThat(first.logOut()).isEqualTo(EVENING);
        assertThat(first.endMileage()).isEqualTo(52_398);
        assertThat(now().values().endMileage()).isEqualTo(52_399);
    }

    @Test
    void a_reading_that_changes_nothing_leaves_the_version_and_makes_no_audit_entry() {
        take(closed(52_398));
        var before = now();
        long trail = trailSize();
        var otherSpelling = reread(closed(52_398).text().replace("\"Driver\"", "2"));

        var report = take(otherSpelling);

        assertThat(report.same()).isEqualTo(1);
        assertThat(now().version()).isEqualTo(before.version());
        assertThat(now().lastKnown()).isNotNull().extracting(UserSession::text).isEqualTo(otherSpelling.text());
        assertThat(trailSize()).isEqualTo(trail);
    }

    @Test
    void a_record_whose_session_moved_on_meanwhile_is_dropped() {
        take(closed(52_130));
        var seen = intake.seen(Set.of(id)).get(id);
        correctEndMileage(52_398);

        var report = intake.take(List.of(new Read(closed(52_131), seen)));

        assertThat(report.dropped()).containsExactly(id);
        assertThat(now().values().endMileage()).isEqualTo(52_398);
    }

    @Test
    void a_mileage_not_recorded_that_ontime_writes_as_0_is_no_reading_of_0() {
        take(open());
        signIn(Role.SUPERVISOR);
        var session = now();
        var values = session.values();
        corrections.apply(List.of(new SessionCommand.Correct(
                session.id(),
                session.version(),
                new SessionValues(
                        values.driver(),
                        values.vehicle(),
                        values.type(),
                        values.logIn(),
                        EVENING,
                        values.startMileage(),
                        null),
                Set.of(SessionField.LOG_OUT),
                Reason.FORGOT_LOG_OUT,
                null)));
        // Settled, so that the next reading may change the values.
        jdbc.sql("update delivery set state = 'WITHDRAWN' where session_id = ?")
                .param(session.id())
                .update();

        take(closed(0));

        assertThat(now().values().logOut()).isEqualTo(EVENING);
        assertThat(now().values().endMileage()).isNull();
    }

    @Test
    void a_record_that_equals_a_create_of_ours_is_a_candidate_and_no_second_session() {
        take(closed(52_398));
        signIn(Role.SUPERVISOR);
        var logIn = EVENING.plusSeconds(600);
        corrections.apply(List.of(new SessionCommand.Create(
                new SessionValues(user, null, LogInType.DRIVER, logIn, null, null, null), Reason.FORGOT_LOG_IN, null)));
        var other = UUID.randomUUID();

        var report = intake.take(List.of(new Read(record(texts, other, user, logIn, null, 0, 0), null)));

        assertThat(report.candidates()).containsExactly(other);
        assertThat(sessions.findByOntimeId(other)).isEmpty();
    }

    @Test
    void a_log_out_that_a_correction_filled_is_not_the_drivers_own_entry() {
        take(open());
        signIn(Role.SUPERVISOR);
        var session = now();
        var values = session.values();
        corrections.apply(List.of(new SessionCommand.Correct(
                session.id(),
                session.version(),
                new SessionValues(
                        values.driver(),
                        values.vehicle(),
                        values.type(),
                        values.logIn(),
                        EVENING,
                        values.startMileage(),
                        52_400),
                Set.of(SessionField.LOG_OUT, SessionField.END_MILEAGE),
                Reason.FORGOT_LOG_OUT,
                null)));

        // What OnTime then returns is ours, not the driver's.
        take(reread(record(texts, id, user, MORNING, EVENING, 52_310, 52_400).text()));

        var first = now().asFirstRead();
        assertThat(first).isNotNull();
        assertThat(first.logOut()).isNull();
        assertThat(first.endMileage()).isNull();
    }

    private SessionIntake.TakeReport take(UserSession record) {
        return intake.take(List.of(new Read(record, intake.seen(Set.of(id)).get(id))));
    }

    private UserSession open() {
        return record(texts, id, user, MORNING, null, 52_310, 0);
    }

    private UserSession closed(int endMileage) {
        return record(texts, id, user, MORNING, EVENING, 52_310, endMileage);
    }

    private UserSession reread(String text) {
        if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session)) {
            return session;
        }
        throw new AssertionError(text);
    }

    private void correctEndMileage(int endMileage) {
        signIn(Role.SUPERVISOR);
        var session = now();
        corrections.apply(List.of(Example.endMileage(session, endMileage, null)));
    }

    private DriverSession now() {
        return sessions.findByOntimeId(id).orElseThrow();
    }

    private long trailSize() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }
}
