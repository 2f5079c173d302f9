package org.sessiondesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.Findings;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** The walk from problem to problem of a list. */
@DatabaseTest
@Import(FindingDesk.class)
class ListedProblemsDatabaseTest {

    private static final int DAYS = 12;
    private static final int WRONG = 6;

    private final UUID driver = UUID.randomUUID();
    private final UUID firstVan = UUID.randomUUID();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private FindingActs acts;

    @Autowired
    private Findings findings;

    @Autowired
    private ListedProblems listed;

    private List<Problem.Place> wrong = List.of();
    private Problem.Place elsewhere = new Problem.Place(0, driver, java.time.Instant.EPOCH, driver);

    /** One driver in two vans, one after the other, with a slip in each; and a slip of somebody else. */
    @BeforeEach
    void slips() {
        FindingDesk.signIn(Role.SUPERVISOR);
        var slips = List.of(slip(driver, firstVan, 0), slip(driver, UUID.randomUUID(), 20));
        var other = slip(UUID.randomUUID(), UUID.randomUUID(), 0);
        desk.settle();
        wrong = inOrder(slips);
        elsewhere = place(other);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void it_goes_through_the_lists_problems_only_in_the_order_of_all() {
        assertThat(listed.beside(ofDriver(), null, true)).hasValue(wrong.getFirst());
        assertThat(listed.beside(ofDriver(), wrong.getFirst(), true)).hasValue(wrong.getLast());
        assertThat(listed.beside(ofDriver(), wrong.getLast(), true)).isEmpty();
        assertThat(listed.beside(ofDriver(), wrong.getLast(), false)).hasValue(wrong.getFirst());
        assertThat(listed.beside(ofDriver(), null, false)).hasValue(wrong.getLast());
        assertThat(listed.beside(ofDriver().finding(FindingFilter.of(Rule.SWAPPED)), null, true))
                .isEmpty();
    }

    @Test
    void each_has_its_number_among_those_of_the_list() {
        assertThat(listed.place(ofDriver(), wrong.getFirst())).isEqualTo(new ProblemPlace(1, 2, true));
        assertThat(listed.place(ofDriver(), wrong.getLast())).isEqualTo(new ProblemPlace(2, 2, true));
        assertThat(listed.place(ofDriver(), elsewhere).listed()).isFalse();
    }

    @Test
    void all_of_them_are_walked_where_nothing_narrows_the_list() {
        var any = SessionFilter.ALL.finding(FindingFilter.ANY);
        assertThat(listed.beside(any, null, true)).isEqualTo(findings.next(null).map(Problem::place));
        assertThat(listed.place(any, elsewhere))
                .isEqualTo(new ProblemPlace(
                        findings.upTo(elsewhere), findings.counts().sessions(), true));
    }

    @Test
    void a_list_of_what_is_put_aside_narrows_the_walk_by_all_else_that_it_asks_for() {
        acts.putAside(wrong.getFirst().session(), desk.now().plus(Duration.ofDays(1)), null);

        var aside = ofDriver().finding(FindingFilter.PUT_ASIDE);
        assertThat(listed.beside(aside, null, true)).hasValue(wrong.getLast());
        assertThat(listed.place(aside, wrong.getLast())).isEqualTo(new ProblemPlace(1, 1, true));
    }

    private SessionFilter ofDriver() {
        return new SessionFilter(null, null, driver, null, null, null, null, "");
    }

    private List<Problem.Place> inOrder(List<UUID> sessions) {
        var places = new ArrayList<Problem.Place>();
        for (var next = findings.next(null);
                next.isPresent();
                next = findings.next(next.get().place())) {
            if (sessions.contains(next.get().session())) {
                places.add(next.get().place());
            }
        }
        return places;
    }

    private Problem.Place place(UUID session) {
        return findings.problem(session).orElseThrow().place();
    }

    private UUID slip(UUID who, UUID van, int daysBefore) {
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < DAYS; day++) {
            int start = 51_000 + 113 * day;
            var logIn = desk.now().minus(Duration.ofDays(daysBefore + DAYS + 1L - day));
            values.add(new SessionValues(
                    who,
                    van,
                    LogInType.DRIVER,
                    logIn,
                    logIn.plus(Duration.ofMinutes(433)),
                    start,
                    day == WRONG ? 57_189 : start + 111));
        }
        return desk.readAll(values).get(WRONG);
    }
}
