package org.sessiondesk.finding;

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
import org.sessiondesk.finding.FindingActs.Outcome;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is dismissed of the last session of a van and its driver, which is where most are looked at. */
@DatabaseTest
@Import(FindingDesk.class)
class FallenDismissalsDatabaseTest {

    private static final int LAST = 8;

    private final UUID van = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final List<UUID> sessions = new ArrayList<>();
    private Instant first = Instant.EPOCH;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Findings findings;

    @Autowired
    private FindingActs acts;

    @BeforeEach
    void daysOfOneDriver() {
        FindingDesk.signIn(Role.SUPERVISOR);
        first = desk.now().minus(Duration.ofDays(LAST + 3)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day <= LAST; day++) {
            values.add(day(day, Duration.ofMinutes(433), reading(day) + 111));
        }
        sessions.addAll(desk.readAll(values));
        desk.settle();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_next_session_lets_none_fall_neither_when_it_begins_nor_when_it_ends() {
        correct(LAST, day(LAST, Duration.ofMinutes(910), 0), SessionField.LOG_OUT);
        dismissWhatIsFound();

        var next = UUID.randomUUID();
        read(next, day(LAST + 1, null, null));
        assertThat(findings.problem(last())).isEmpty();

        read(next, day(LAST + 1, Duration.ofMinutes(433), reading(LAST + 1) + 111));
        assertThat(findings.problem(last())).isEmpty();
        assertThat(findings.of(last()))
                .singleElement()
                .satisfies(one -> assertThat(one.dismissed()).isNotNull());
    }

    @Test
    void one_that_stood_beside_it_lets_it_fall_whoever_came_on_the_other_side() {
        correct(LAST, day(LAST, Duration.ofMinutes(910), 0), SessionField.LOG_OUT);
        dismissWhatIsFound();
        read(UUID.randomUUID(), day(LAST + 1, Duration.ofMinutes(433), reading(LAST + 1) + 111));

        correct(LAST - 1, day(LAST - 1, Duration.ofMinutes(440), 0), SessionField.LOG_OUT);

        assertThat(findings.problem(last())).isPresent();
        assertThat(findings.of(last()).getFirst().dismissed()).isNull();
    }

    @Test
    void the_next_session_lets_it_fall_where_it_says_otherwise() {
        correct(LAST, day(LAST, Duration.ofMinutes(433), reading(LAST) / 10), SessionField.END_MILEAGE);
        var dismissed = dismissWhatIsFound();
        assertThat(dismissed.contradicts()).isNull();

        read(UUID.randomUUID(), day(LAST + 1, Duration.ofMinutes(433), reading(LAST + 1) + 111));

        assertThat(findings.problem(last())).isPresent();
        assertThat(findings.of(last()))
                .singleElement()
                .satisfies(one -> assertThat(one.dismissed()).isNull());
    }

    @Test
    void the_other_dismissals_of_a_session_stay_when_one_falls() {
        correct(
                LAST,
                day(LAST, Duration.ofMinutes(910), reading(LAST) / 10),
                SessionField.LOG_OUT,
                SessionField.END_MILEAGE);
        findings.of(last()).stream().map(StandingFinding::finding).toList().forEach(this::dismiss);

        read(UUID.randomUUID(), day(LAST + 1, Duration.ofMinutes(433), reading(LAST + 1) + 111));

        assertThat(findings.of(last()))
                .filteredOn(one -> one.dismissed() != null)
                .singleElement()
                .satisfies(one -> assertThat(one.finding().rule()).isEqualTo(Rule.DURATION_LONG));
        assertThat(findings.problem(last())).isPresent();
    }

    private UUID last() {
        return sessions.get(LAST);
    }

    private static int reading(int day) {
        return 51_000 + 113 * day;
    }

    private SessionValues day(int day, @Nullable Duration length, @Nullable Integer end) {
        var logIn = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
        return new SessionValues(
                driver, van, LogInType.DRIVER, logIn, length == null ? null : logIn.plus(length), reading(day), end);
    }

    private Finding dismissWhatIsFound() {
        var finding = findings.of(last()).getFirst().finding();
        dismiss(finding);
        assertThat(findings.problem(last())).isEmpty();
        return finding;
    }

    private void dismiss(Finding finding) {
        assertThat(acts.dismiss(last(), finding.rule(), finding.field(), "the driver insists"))
                .isEqualTo(Outcome.DONE);
    }

    private void read(UUID ontimeId, SessionValues values) {
        desk.read(ontimeId, values);
        desk.settle();
    }

    private void correct(int day, SessionValues values, SessionField... fields) {
        desk.correct(sessions.get(day), values, fields);
        desk.settle();
    }
}
