package org.sessiondesk.finding.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.FullCheck;
import org.sessiondesk.finding.Limit;
import org.sessiondesk.finding.LimitsCheck;
import org.sessiondesk.finding.RuleLimits;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever limits are changed to: what stands afterwards is what a check of all sessions says. */
@DatabaseTest
@Import(FindingDesk.class)
class ChangedLimitsDatabaseTest {

    private final List<UUID> sessions = new ArrayList<>();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private RuleLimits limits;

    @Autowired
    private LimitsCheck limitsCheck;

    @Autowired
    private FullCheck fullCheck;

    @Autowired
    private SessionsBeyond beyond;

    @Autowired
    private Recheck recheck;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void signIn() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        desk.settleChecks();
    }

    @AfterEach
    void usual() {
        limits.apply(limits.now(), limits.usual());
        desk.settleChecks();
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_stands_after_any_changes_is_what_a_check_of_all_says(long seed) {
        var random = new Random(seed);
        fleet(random);
        desk.settle();
        assertThat(desk.checkAll()).isZero();

        for (int change = 0; change < 4; change++) {
            var wanted = limits.now();
            for (int i = 0; i <= random.nextInt(2); i++) {
                wanted = other(wanted, random);
            }
            var before = limits.now();
            limits.apply(before, wanted);
            if (random.nextInt(3) == 0) {
                // The next one comes while the first is judged.
                limits.apply(limits.now(), other(wanted, random));
            }
            desk.correct(
                    sessions.get(random.nextInt(sessions.size())),
                    end(20_000 + random.nextInt(30_000)),
                    SessionField.END_MILEAGE);
            desk.settleChecks();

            assertThat(desk.checkAll())
                    .as("seed %d, change %d: %s to %s", seed, change, before, limits.now())
                    .isZero();
        }
    }

    @Test
    void only_what_goes_farther_than_the_smaller_of_both_limits_is_judged_again() {
        line(UUID.randomUUID(), UUID.randomUUID(), 95, 280, 290, 120, 310, 80);
        desk.settle();
        desk.settleChecks();
        var there = jdbc.sql(
                        "select count(*) from driver_session where end_mileage - start_mileage > 285 and not discarded")
                .query(Long.class)
                .single();

        limits.apply(limits.now(), Limit.WARN_DISTANCE.in(limits.now(), 285));
        desk.settleChecks();

        assertThat(limitsCheck.progress().reached()).isEqualTo(there);
        assertThat(rules(sessions.get(2))).containsExactly(Rule.DISTANCE_UNUSUAL);
        assertThat(rules(sessions.get(1))).isEmpty();
        limits.apply(limits.now(), Limit.WARN_DISTANCE.in(limits.now(), 305));
        desk.settleChecks();
        assertThat(limitsCheck.progress().reached()).isEqualTo(there);
        assertThat(rules(sessions.get(2))).isEmpty();
        assertThat(rules(sessions.get(4))).containsExactly(Rule.DISTANCE_UNUSUAL);
    }

    @Test
    void a_limit_of_what_can_be_driven_has_vehicles_lines_judged_again_and_no_drivers() {
        line(UUID.randomUUID(), UUID.randomUUID(), 95, 120, 260, 110, 80);
        desk.settle();
        desk.settleChecks();
        desk.checkAll();

        limits.apply(limits.now(), Limit.TOP_SPEED.in(limits.now(), 25));
        desk.settleChecks();

        assertThat(fullCheck.progress().withDrivers()).isFalse();
        assertThat(rules(sessions.get(2))).contains(Rule.DISTANCE_IMPOSSIBLE);
        assertThat(desk.checkAll()).isZero();
        assertThat(fullCheck.progress().withDrivers()).isTrue();
    }

    @Test
    void a_warned_distance_makes_no_reading_look_wrong() {
        line(UUID.randomUUID(), UUID.randomUUID(), 95, 120, 140, 110, 80, 130);
        desk.settle();

        limits.apply(limits.now(), Limit.WARN_DISTANCE.in(limits.now(), 100));
        desk.settleChecks();

        assertThat(sessions).allSatisfy(session -> assertThat(rules(session)).isSubsetOf(Rule.DISTANCE_UNUSUAL));
        assertThat(sessions.stream().filter(session -> !rules(session).isEmpty()))
                .hasSize(4);
    }

    @Test
    void what_a_killed_worker_had_looked_at_but_not_committed_is_looked_at_again() {
        line(UUID.randomUUID(), UUID.randomUUID(), 95, 280, 90);
        desk.settle();
        desk.settleChecks();

        transaction.executeWithoutResult(status -> {
            // Nobody else looks before this one is gone.
            limits.apply(limits.now(), Limit.WARN_DISTANCE.in(limits.now(), 270));
            assertThat(beyond.piece()).isTrue();
            status.setRollbackOnly();
        });
        limits.apply(limits.now(), Limit.WARN_DISTANCE.in(limits.now(), 270));
        transaction.executeWithoutResult(status -> {
            beyond.piece();
            recheck.batchInTurn();
            status.setRollbackOnly();
        });
        desk.settleChecks();

        assertThat(rules(sessions.get(1))).containsExactly(Rule.DISTANCE_UNUSUAL);
        assertThat(desk.checkAll()).isZero();
    }

    private static SiteLimits other(SiteLimits limits, Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Limit.WARN_DISTANCE.in(limits, 60 + random.nextInt(500));
            case 2 -> Limit.WARN_LENGTH.in(limits, 300 + random.nextInt(1_000));
            case 3 -> Limit.MOST_A_DAY.in(limits, 300 + random.nextInt(1_000));
            default -> Limit.TOP_SPEED.in(limits, 25 + random.nextInt(100));
        };
    }

    /** Three vans and five drivers for a month, with all sorts of readings, lengths and crossings; some in one line only. */
    private void fleet(Random random) {
        var vans = Stream.generate(UUID::randomUUID).limit(3).toList();
        var drivers = Stream.generate(UUID::randomUUID).limit(5).toList();
        var first = desk.now().minus(Duration.ofDays(31)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        int[] odometers = {20_000, 30_000, 45_000};
        for (int day = 0; day < 30; day++) {
            for (int van = 0; van < 3; van++) {
                var logIn = first.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(700 + random.nextInt(240)));
                int distance = random.nextInt(6) == 0 ? 150 + random.nextInt(500) : 40 + random.nextInt(120);
                int start = odometers[van] + random.nextInt(3);
                int slip = random.nextInt(15) == 0 ? random.nextInt(2_000) - 1_000 : 0;
                odometers[van] = start + distance;
                int minutes = random.nextInt(5) == 0 ? 600 + random.nextInt(900) : 240 + random.nextInt(360);
                values.add(new SessionValues(
                        random.nextInt(15) == 0 ? null : drivers.get(random.nextInt(5)),
                        random.nextInt(15) == 0 ? null : vans.get(van),
                        LogInType.DRIVER,
                        logIn,
                        random.nextInt(20) == 0 ? null : logIn.plus(Duration.ofMinutes(minutes)),
                        start,
                        odometers[van] + slip));
            }
        }
        sessions.addAll(desk.readAll(values));
    }

    /** A van's days, each so far, in nine hours and a bit. */
    private void line(UUID driver, UUID van, int... distances) {
        var first = desk.now().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        int reading = 60_000;
        for (int day = 0; day < distances.length; day++) {
            var logIn = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
            values.add(new SessionValues(
                    driver,
                    van,
                    LogInType.DRIVER,
                    logIn,
                    logIn.plus(Duration.ofMinutes(553)),
                    reading + 1,
                    reading + 1 + distances[day]));
            reading += 1 + distances[day];
        }
        sessions.addAll(desk.readAll(values));
    }

    private List<Rule> rules(UUID session) {
        return desk.found().getOrDefault(session, List.of()).stream()
                .map(finding -> finding.rule())
                .toList();
    }

    private static SessionValues end(@Nullable Integer end) {
        return new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, end);
    }
}
