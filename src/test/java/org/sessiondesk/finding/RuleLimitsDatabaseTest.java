package org.sessiondesk.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        limits.apply(limits.usual());
        SecurityContextHolder.clearContext();
    }

    @Test
    void what_if_says_what_another_limit_would_have_told_and_writes_nothing() {
        var before = desk.found();

        var effects = limits.whatIf(warnAbove(270), 3);

        assertThat(effects).anySatisfy(effect -> {
            assertThat(effect.rule()).isEqualTo(Rule.DISTANCE_UNUSUAL);
            assertThat(effect.then()).isGreaterThanOrEqualTo(effect.now() + sessions.size());
        });
        assertThat(desk.found()).isEqualTo(before);
        assertThat(limits.now()).isEqualTo(limits.usual());
    }

    @Test
    void another_limit_is_told_of_in_the_trail_and_all_that_is_above_it_is_found_in_the_background() {
        limits.apply(warnAbove(270));

        await().pollInSameThread()
                .atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(sessions).allMatch(this::isToldOf));
        await().pollInSameThread()
                .atMost(LONG_ENOUGH)
                .until(() -> !check.progress().wanted() && !check.progress().underWay());
        assertThat(check.progress().lookedAt()).isPositive();
        assertThat(trail.page(TrailFilter.everything(), null, 50))
                .extracting(TrailEntry::action)
                .contains("finding.limits-changed");

        limits.apply(limits.usual());
        await().pollInSameThread()
                .atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(sessions).noneMatch(this::isToldOf));
    }

    @Test
    void only_an_administrator_sets_limits() {
        FindingDesk.signIn(Role.SUPERVISOR);

        assertThatThrownBy(() -> limits.apply(warnAbove(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> limits.whatIf(warnAbove(1), 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(check::start).isInstanceOf(AccessDeniedException.class);
    }

    private boolean isToldOf(UUID session) {
        return desk.found().getOrDefault(session, List.of()).stream()
                .map(Finding::rule)
                .anyMatch(rule -> rule == Rule.DISTANCE_UNUSUAL);
    }

    private SiteLimits warnAbove(int distance) {
        var usual = limits.usual();
        return new SiteLimits(
                usual.zone(), usual.unit(), distance, usual.warnLength(), usual.mostADay(), usual.topSpeed());
    }
}
