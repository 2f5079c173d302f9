package org.sessiondesk.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.finding.FindingActs.Outcome;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
@Import(FindingDesk.class)
class FindingActsDatabaseTest {

    private static final int DAYS = 12;
    private static final int WRONG = 6;

    private final UUID van = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final List<UUID> sessions = new ArrayList<>();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Findings findings;

    @Autowired
    private FindingActs acts;

    @Autowired
    private AuditQueries trail;

    @Autowired
    private Worklist worklist;

    @Autowired
    private JdbcClient jdbc;

    /** A van of one driver, day after day; on one of them two digits of the end are swapped. */
    @BeforeEach
    void twoDigitsSwapped() {
        FindingDesk.signIn(Role.SUPERVISOR);
        var first = desk.now().minus(Duration.ofDays(DAYS + 1)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < DAYS; day++) {
            int start = 51_000 + 113 * day;
            values.add(day(first.plus(Duration.ofDays(day)), start, day == WRONG ? 57_191 : start + 111));
        }
        sessions.addAll(desk.readAll(values));
        desk.settle();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private SessionValues day(Instant midnight, int start, int end) {
        var logIn = midnight.plus(Duration.ofHours(14));
        return new SessionValues(driver, van, LogInType.DRIVER, logIn, logIn.plus(Duration.ofMinutes(433)), start, end);
    }

    @Test
    void a_wrong_reading_is_one_finding_and_goes_when_it_is_put_right() {
        assertThat(sessions.stream().filter(desk::hasError)).containsExactly(wrong());

        setEnd(51_000 + 113 * WRONG + 111);

        assertThat(findings.of(wrong())).isEmpty();
        assertThat(findings.problem(wrong())).isEmpty();
    }

    @Test
    void a_dismissed_finding_stays_away_until_a_neighbour_changes() {
        var finding = error();
        assertThat(acts.dismiss(wrong(), finding.rule(), finding.field(), "the driver insists"))
                .isEqualTo(Outcome.DONE);
        assertThat(acts.dismiss(wrong(), finding.rule(), finding.field(), "again"))
                .isEqualTo(Outcome.NOTHING_THERE);

        assertThat(findings.problem(wrong())).isEmpty();
        assertThat(findings.of(wrong()).getFirst().dismissed())
                .isNotNull()
                .satisfies(dismissed -> assertThat(dismissed.reason()).isEqualTo("the driver insists"));

        setStart(sessions.get(WRONG + 3), 51_000 + 113 * (WRONG + 3) + 1);
        assertThat(findings.problem(wrong())).isEmpty();

        setStart(sessions.get(WRONG + 1), 51_000 + 113 * (WRONG + 1) + 1);
        assertThat(findings.problem(wrong())).isPresent();
        assertThat(findings.of(wrong()).getFirst().dismissed()).isNull();
    }

    @Test
    void a_dismissal_that_is_taken_back_leaves_the_finding_open() {
        var finding = error();
        acts.dismiss(wrong(), finding.rule(), finding.field(), "the driver insists");

        assertThat(acts.restore(wrong(), finding.rule(), finding.field())).isEqualTo(Outcome.DONE);

        assertThat(findings.problem(wrong())).isPresent();
        assertThat(told(wrong())).contains("finding.dismissed", "finding.restored");
    }

    @Test
    void what_is_put_aside_is_out_of_next_and_of_the_counts_until_then() {
        int open = findings.counts().sessions();
        var until = desk.now().plus(Duration.ofDays(1));

        acts.putAside(wrong(), until, "asks the driver");

        assertThat(findings.counts().sessions()).isEqualTo(open - 1);
        assertThat(all()).doesNotContain(wrong());
        assertThat(findings.aside(0, 100)).anySatisfy(problem -> {
            assertThat(problem.session()).isEqualTo(wrong());
            assertThat(problem.aside()).isNotNull().satisfies(aside -> {
                assertThat(aside.until()).isEqualTo(until);
                assertThat(aside.note()).isEqualTo("asks the driver");
            });
        });

        // As if the day had passed.
        jdbc.sql("update put_aside set aside_until = now() - interval '1 second' where session_id = ?")
                .param(wrong())
                .update();
        jdbc.sql("update problem set aside_until = now() - interval '1 second' where session_id = ?")
                .param(wrong())
                .update();

        assertThat(findings.counts().sessions()).isEqualTo(open);
        assertThat(all()).contains(wrong());
        assertThat(findings.aside(0, 100))
                .noneMatch(problem -> problem.session().equals(wrong()));
    }

    @Test
    void what_was_put_aside_can_be_taken_back() {
        acts.putAside(wrong(), desk.now().plus(Duration.ofDays(1)), null);

        assertThat(acts.takeBack(wrong())).isEqualTo(Outcome.DONE);

        assertThat(all()).contains(wrong());
        assertThat(told(wrong())).contains("finding.put-aside", "finding.taken-back");
    }

    @Test
    void what_is_put_aside_is_so_no_longer_than_its_problem_stands() {
        acts.putAside(wrong(), desk.now().plus(Duration.ofDays(1)), "asks the driver");

        setEnd(51_000 + 113 * WRONG + 111);
        setEnd(57_191);

        assertThat(findings.problem(wrong()))
                .hasValueSatisfying(problem -> assertThat(problem.aside()).isNull());
        assertThat(all()).contains(wrong());
        assertThat(asideOf(wrong())).isZero();
    }

    @Test
    void where_nothing_is_wrong_nothing_is_put_aside() {
        setEnd(51_000 + 113 * WRONG + 111);

        assertThat(acts.putAside(wrong(), desk.now().plus(Duration.ofDays(1)), "asks the driver"))
                .isEqualTo(Outcome.NOTHING_THERE);

        assertThat(asideOf(wrong())).isZero();
        assertThat(told(wrong())).doesNotContain("finding.put-aside");
    }

    /** Rows that say that it is put aside, and why. */
    private int asideOf(UUID session) {
        return jdbc.sql("""
                        select (select count(*) from put_aside where session_id = :session)
                             + (select count(*) from finding_note where session_id = :session)
                        """).param("session", session).query(Integer.class).single();
    }

    @Test
    void a_reading_that_nobody_can_tell_is_kept_and_no_problem_until_it_has_another_value() {
        assertThat(acts.notKnown(wrong(), SessionField.END_MILEAGE)).isEqualTo(Outcome.DONE);
        desk.settle();

        assertThat(desk.hasError(wrong())).isFalse();
        assertThat(desk.session(wrong()).values().endMileage()).isEqualTo(57_191);
        assertThat(findings.notKnown(wrong())).containsExactly(SessionField.END_MILEAGE);
        assertThat(worklist.lines(List.of(wrong()))).singleElement().satisfies(line -> {
            assertThat(line.distance()).isNull();
            assertThat(line.endMileage()).isEqualTo(57_191);
        });
        var ofTheVan = worklist.totals(new SessionFilter(null, null, null, van, null, null, null, ""));
        assertThat(ofTheVan.distance()).isEqualTo(111 * (DAYS - 1));
        assertThat(ofTheVan.unlikely()).isZero();

        setEnd(57_192);

        assertThat(findings.notKnown(wrong())).isEmpty();
        assertThat(desk.hasError(wrong())).isTrue();
    }

    @Test
    void a_new_odometer_ends_the_line_honestly_and_can_be_taken_back() {
        var later = sessions.get(WRONG + 1);
        setEnd(51_000 + 113 * WRONG + 111);
        for (int day = WRONG + 1; day < DAYS; day++) {
            int start = 12 + 113 * (day - WRONG);
            desk.correct(
                    sessions.get(day),
                    day(desk.now(), start, start + 111),
                    SessionField.START_MILEAGE,
                    SessionField.END_MILEAGE);
        }
        desk.settle();
        assertThat(sessions.stream().filter(desk::hasError)).isNotEmpty();

        var since =
                java.util.Objects.requireNonNull(desk.session(later).values().logIn());
        acts.newOdometer(van, since, 100);
        desk.settle();
        assertThat(sessions.stream().filter(desk::hasError)).isEmpty();
        assertThat(findings.newOdometers(van)).hasSize(1);

        acts.sameOdometer(van, since);
        desk.settle();
        assertThat(sessions.stream().filter(desk::hasError)).isNotEmpty();
    }

    @Test
    void next_and_previous_walk_all_problems_once_in_either_direction() {
        var forth = all();

        var back = new ArrayList<UUID>();
        for (var problem = findings.previous(null);
                problem.isPresent();
                problem = findings.previous(problem.get().place())) {
            back.add(problem.get().session());
        }
        assertThat(forth).doesNotHaveDuplicates().contains(wrong());
        assertThat(back.reversed()).isEqualTo(forth);
        assertThat(findings.counts().sessions()).isEqualTo(forth.size());
        assertThat(findings.upTo(findings.problem(wrong()).orElseThrow().place()))
                .isEqualTo(forth.indexOf(wrong()) + 1);
    }

    @Test
    void who_corrects_nothing_says_nothing_of_findings() {
        var finding = error();
        FindingDesk.signIn(Role.PAYROLL);

        assertThatThrownBy(() -> acts.dismiss(wrong(), finding.rule(), finding.field(), "no"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> acts.notKnown(wrong(), SessionField.END_MILEAGE))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(findings.problem(wrong())).isPresent();
    }

    private UUID wrong() {
        return sessions.get(WRONG);
    }

    private org.sessiondesk.judge.Finding error() {
        return findings.of(wrong()).stream()
                .map(StandingFinding::finding)
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> all() {
        var all = new ArrayList<UUID>();
        for (var problem = findings.next(null);
                problem.isPresent();
                problem = findings.next(problem.get().place())) {
            all.add(problem.get().session());
        }
        return all;
    }

    private List<String> told(UUID session) {
        return trail.history(Subject.of("session", session), 100).stream()
                .map(TrailEntry::action)
                .toList();
    }

    private void setEnd(int mileage) {
        desk.correct(wrong(), day(desk.now(), 0, mileage), SessionField.END_MILEAGE);
        desk.settle();
    }

    private void setStart(UUID session, int mileage) {
        desk.correct(session, day(desk.now(), mileage, 0), SessionField.START_MILEAGE);
        desk.settle();
    }
}
