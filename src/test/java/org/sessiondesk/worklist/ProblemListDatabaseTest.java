package org.sessiondesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worklist.FindingFilter.Which;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Which sessions a list of problems holds, and what their rows say. */
@DatabaseTest
@Import(FindingDesk.class)
class ProblemListDatabaseTest {

    private static final int DAYS = 12;
    private static final int WRONG = 6;

    private final UUID van = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final List<UUID> sessions = new ArrayList<>();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private FindingActs acts;

    @Autowired
    private Worklist worklist;

    @Autowired
    private JdbcClient jdbc;

    /** A van of one driver, day after day; on one of them two digits of the end are swapped. */
    @BeforeEach
    void twoDigitsSwapped() {
        FindingDesk.signIn(Role.SUPERVISOR);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < DAYS; day++) {
            int start = 51_000 + 113 * day;
            int end = day == WRONG ? 57_189 : start + 111;
            var logIn = desk.now().minus(Duration.ofDays(DAYS + 1L - day));
            values.add(new SessionValues(
                    driver, van, LogInType.DRIVER, logIn, logIn.plus(Duration.ofMinutes(433)), start, end));
        }
        sessions.addAll(desk.readAll(values));
        desk.settle();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_list_by_severity_or_rule_holds_the_sessions_with_such_a_problem() {
        assertThat(list(FindingFilter.ANY)).containsExactly(wrong());
        assertThat(list(new FindingFilter(Which.ERROR, null))).containsExactly(wrong());
        assertThat(list(new FindingFilter(Which.WARNING, null))).isEmpty();
        assertThat(list(FindingFilter.of(Rule.DIGIT_SLIP))).containsExactly(wrong());
        assertThat(list(FindingFilter.of(Rule.SWAPPED))).isEmpty();
    }

    @Test
    void a_row_says_what_is_worst_of_it() {
        var problem = line(wrong()).problem();
        assertThat(problem).isNotNull();
        assertThat(problem.worst()).isEqualTo(Rule.DIGIT_SLIP);
        assertThat(problem.errors()).isEqualTo(1);
        assertThat(problem.aside()).isNull();
        assertThat(line(sessions.getFirst()).problem()).isNull();
    }

    @Test
    void what_is_put_aside_is_in_no_list_but_its_own() {
        Instant until = desk.now().plus(Duration.ofDays(1));
        acts.putAside(wrong(), until, null);

        assertThat(list(FindingFilter.ANY)).isEmpty();
        assertThat(list(FindingFilter.of(Rule.DIGIT_SLIP))).isEmpty();
        assertThat(list(FindingFilter.PUT_ASIDE)).containsExactly(wrong());
        assertThat(line(wrong()).problem()).isNotNull().satisfies(problem -> {
            assertThat(problem.aside()).isNotNull();
            assertThat(FindingFilter.ANY.holds(problem)).isFalse();
            assertThat(FindingFilter.PUT_ASIDE.holds(problem)).isTrue();
        });
    }

    @Test
    void what_was_put_aside_until_now_is_a_problem_again_and_in_a_list_of_its_own() {
        acts.putAside(wrong(), desk.now().plus(Duration.ofDays(1)), null);
        assertThat(list(FindingFilter.DUE)).isEmpty();

        asideUntil(desk.now().minus(Duration.ofMinutes(1)));
        assertThat(list(FindingFilter.DUE)).containsExactly(wrong());
        assertThat(list(FindingFilter.ANY)).containsExactly(wrong());
        assertThat(list(FindingFilter.PUT_ASIDE)).isEmpty();
        assertThat(FindingFilter.DUE.holds(line(wrong()).problem())).isTrue();
    }

    @Test
    void what_was_dismissed_is_in_no_list_of_problems_and_in_one_of_its_own() {
        acts.dismiss(wrong(), Rule.DIGIT_SLIP, SessionField.END_MILEAGE, "the driver insists");

        assertThat(list(FindingFilter.ANY)).isEmpty();
        assertThat(list(FindingFilter.of(Rule.DIGIT_SLIP))).isEmpty();
        assertThat(line(wrong()).problem()).isNull();
        assertThat(list(new FindingFilter(Which.DISMISSED, null))).containsExactly(wrong());

        acts.restore(wrong(), Rule.DIGIT_SLIP, SessionField.END_MILEAGE);
        assertThat(list(new FindingFilter(Which.DISMISSED, null))).isEmpty();
    }

    @Test
    void a_session_whose_reading_nobody_can_tell_is_found_by_that() {
        assertThat(list(new FindingFilter(Which.NOT_KNOWN, null))).isEmpty();

        acts.notKnown(wrong(), SessionField.END_MILEAGE);
        assertThat(list(new FindingFilter(Which.NOT_KNOWN, null))).containsExactly(wrong());
    }

    /** As if that time had come. */
    private void asideUntil(Instant time) {
        for (String table : new String[] {"put_aside", "problem"}) {
            jdbc.sql("update " + table + " set aside_until = ? where session_id = ?")
                    .params(Conditions.time(time), wrong())
                    .update();
        }
    }

    private UUID wrong() {
        return sessions.get(WRONG);
    }

    private SessionLine line(UUID session) {
        return worklist.lines(List.of(session)).getFirst();
    }

    private List<UUID> list(FindingFilter finding) {
        var filter = new SessionFilter(null, null, driver, null, null, null, null, finding, "");
        return worklist.page(filter, SessionSort.NEWEST_FIRST, 0, 50).stream()
                .map(SessionLine::id)
                .toList();
    }
}
