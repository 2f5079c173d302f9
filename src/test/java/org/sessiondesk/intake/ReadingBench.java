package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A portal that reads when a test says so, by a clock that stands until the test moves it, and an OnTime of its own. */
@DatabaseTest
@Import(OwnOnTime.class)
@WithMockUser(roles = "SUPERVISOR")
abstract class ReadingBench {

    static final OnTimeSandbox onTime = OwnOnTime.start();

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry settings) {
        OwnOnTime.tell(settings, onTime);
    }

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    @Autowired
    OnTimeSettings settings;

    @Autowired
    ReadingRound round;

    @Autowired
    Readings readings;

    @Autowired
    DriverSessions sessions;

    @Autowired
    Roster roster;

    UUID ruiz;
    UUID van;

    @BeforeEach
    void a_site_nobody_has_read() {
        database.sql().sql("""
                truncate reading_record, reading_stop, reading_comparison, reading_difference;
                update reading_state set fill_from = null, fill_days_listed = 0, filled = false, listed_at = null,
                       users_listed_at = null, vehicles_listed_at = null, window_read_at = null,
                       run_started_at = null, completed_at = null, wanted_at = null
                """).update();
        onTime.sessions()
                .forEach(one -> onTime.vanish(UUID.fromString(one.get("ID").asString())));
        ruiz = onTime.addDriver("Marco", "Ruiz");
        van = onTime.addVehicle("Van 14");
    }

    @AfterEach
    void all_is_well_again() {
        onTime.clearFaults();
        onTime.limits(86_400, 100_000, 0, 0);
        database.sql().sql("""
                update ontime_gate set closed_why = null, closed_words = null, closed_by = null, closed_at = null,
                       probe_at = null, paused_until = null, failures = 0, failing_since = null, failing_why = null,
                       retry_at = null, daily_limit = null, daily_remaining = null, daily_reset = null,
                       monthly_limit = null, monthly_remaining = null, monthly_reset = null, limits_seen_at = null
                """).update();
    }

    /** As where reading is on: the portal of these tests doesn't read by itself. */
    OnTimeSettings readingOn() {
        return new OnTimeSettings(
                settings.baseUrl(),
                settings.companyId(),
                settings.apiKey(),
                settings.apiKeyFile(),
                settings.authScheme(),
                true,
                settings.readBeforeUpdate(),
                settings.readInterval(),
                settings.readDays(),
                settings.requestsPerSecond(),
                settings.unmarkedTimes(),
                settings.unrecordedMileage(),
                settings.connectTimeout(),
                settings.exchangeTimeout());
    }

    void readAll() throws InterruptedException {
        for (int steps = 0; steps < 2_000; steps++) {
            if (round.step().isPositive()) {
                return;
            }
        }
        throw new AssertionError("the reading doesn't end");
    }

    interface Reading {
        void run() throws InterruptedException;
    }

    /** The paths below the API that were asked for meanwhile. */
    List<String> callsOf(Reading reading) throws InterruptedException {
        int before = onTime.requests().size();
        reading.run();
        var all = onTime.requests();
        var paths = new ArrayList<String>();
        all.subList(before, all.size())
                .forEach(call -> paths.add(call.get("path").asString().replaceFirst(".*/api/", "")));
        return paths;
    }

    static List<UUID> sessionCalls(List<String> calls) {
        return calls.stream()
                .filter(call -> call.startsWith("userSessions/"))
                .map(call -> UUID.fromString(call.substring("userSessions/".length())))
                .toList();
    }

    UUID session(Duration ago) {
        var logIn = clock.instant().minus(ago);
        return onTime.addSession("""
                {"UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s",
                 "StartMileage":52310,"EndMileage":52390}
                """.formatted(ruiz, van, text(logIn), text(logIn.plus(Duration.ofMinutes(1)))));
    }

    UUID openSession(Duration ago) {
        return onTime.addSession("""
                {"UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","StartMileage":52310}
                """.formatted(ruiz, van, text(clock.instant().minus(ago))));
    }

    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
