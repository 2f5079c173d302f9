package org.sessiondesk.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.audit.TrailFilter;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
@Import(FindingDesk.class)
class RuleLimitsDatabaseTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    private List<UUID> sessions = List.of();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private RuleLimits limits;

    @Autowired
    private FullCheck check;

    @Autowired
    private LimitsCheck limitsCheck;

    @Autowired
    private AuditQueries trail;

    /** A van that goes 280 miles a day, which is usual for it and below what the site is told of. */
    @BeforeEach
    void longDays() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        var van = UUID.randomUUID();
        var driver = UUID.randomUUID();
        var first = desk.now().minus(Duration.ofDays(15)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < 12; day++) {
            var logIn = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
            values.add(new SessionValues(
                    driver,
                    van,
                    LogInType.DRIVER,
                    logIn,
                    logIn.plus(Duration.ofMinutes(553)),
                    60_000 + 282 * day,
                    60_000 + 282 * day + 280));
        }
        sessions = desk.readAll(values);
        desk.settle();
    }

    @AfterEach
    void usual() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        limits.apply(limits.now(), limits.usual());
        desk.settleChecks();
        SecurityContextHolder.clearContext();
    }

    @Test
    void what_if_says_what_another_limit_would_have_told_and_writes_nothing() {
        var before = desk.found();

        var effects = limits.whatIf(warnAbove(270), 3, (_, _) -> {});

        assertThat(effects).anySatisfy(effect -> {
            assertThat(effect.rule()).isEqualTo(Rule.DISTANCE_UNUSUAL);
            assertThat(effect.then()).isGreaterThanOrEqualTo(effect.now() + sessions.size());
        });
        assertThat(desk.found()).isEqualTo(before);
        assertThat(limits.now()).isEqualTo(limits.usual());
    }

    @Test
    void another_limit_is_told_of_in_the_trail_and_all_that_is_above_it_is_found_in_the_background() {
        assertThat(limits.apply(limits.now(), warnAbove(270))).isEqualTo(new RuleLimits.Change.Applied());

        await().pollInSameThread()
                .atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(sessions).allMatch(this::isToldOf));
        await().pollInSameThread()
                .atMost(LONG_ENOUGH)
                .until(() -> !limitsCheck.progress().underWay());
        assertThat(limitsCheck.progress().reached()).isGreaterThanOrEqualTo(sessions.size());
        assertThat(trail.page(TrailFilter.everything(), null, 50))
                .extracting(TrailEntry::action)
                .contains("finding.limits-changed");

        limits.apply(limits.now(), limits.usual());
        await().pollInSameThread()
                .atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(sessions).noneMatch(this::isToldOf));
    }

    @Test
    void only_an_administrator_sets_limits() {
        FindingDesk.signIn(Role.SUPERVISOR);

        assertThatThrownBy(() -> limits.apply(limits.now(), warnAbove(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> limits.whatIf(warnAbove(1), 1, (_, _) -> {}))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(check::start).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void who_decides_on_limits_that_somebody_else_changed_meanwhile_changes_nothing() {
        var seen = limits.now();
        var anna = FindingDesk.signIn(Role.ADMINISTRATOR);
        limits.apply(seen, warnAbove(290));
        FindingDesk.signIn(Role.ADMINISTRATOR);

        var answer = limits.apply(seen, warnAbove(270));

        assertThat(answer).isInstanceOfSatisfying(RuleLimits.Change.Overtaken.class, overtaken -> {
            assertThat(overtaken.now().limits()).isEqualTo(warnAbove(290));
            assertThat(overtaken.now().by()).isEqualTo(anna.id());
        });
        assertThat(limits.now()).isEqualTo(warnAbove(290));
        assertThat(limits.apply(seen, warnAbove(290))).isEqualTo(new RuleLimits.Change.Same());
    }

    @Test
    void what_nobody_can_mean_is_refused() {
        for (var limit : Limit.values()) {
            for (int value : new int[] {limit.least() - 1, limit.most() + 1, 0, -5}) {
                var wanted = limit.in(limits.usual(), value);
                assertThatThrownBy(() -> limits.apply(limits.now(), wanted))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(limits.now()).isEqualTo(limits.usual());
    }

    @Test
    void a_look_that_nobody_waits_for_any_more_ends() {
        assertThatThrownBy(() -> limits.whatIf(warnAbove(270), 3, (looked, of) -> {
                    assertThat(looked).isBetween(0L, of);
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    private boolean isToldOf(UUID session) {
        return desk.found().getOrDefault(session, List.of()).stream()
                .map(Finding::rule)
                .anyMatch(rule -> rule == Rule.DISTANCE_UNUSUAL);
    }

    private SiteLimits warnAbove(int distance) {
        return Limit.WARN_DISTANCE.in(limits.usual(), distance);
    }
}
