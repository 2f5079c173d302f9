package org.sessiondesk.ui.sessions;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.OnTimeVehicle;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A portal with an OnTime of its own, for the tests of the work bench. */
@BrowserTest
abstract class SessionsBench {

    /** Yesterday morning. */
    static final Instant LOG_IN = Instant.now().minus(Duration.ofHours(26)).truncatedTo(ChronoUnit.MINUTES);

    static final OnTimeSandbox ONTIME = startSandbox();

    /** Of three digits each, so that no name begins another. */
    private static final AtomicInteger COUNT = new AtomicInteger(100);

    @Autowired
    private SessionIntake intake;

    @Autowired
    private OnTimeClient client;

    @Autowired
    private Roster roster;

    @Autowired
    private JdbcClient sql;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("sessiondesk.ontime.base-url", ONTIME::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
        // Long enough to take something back in it, on a machine that has much else to do.
        settings.add("sessiondesk.delivery.grace", () -> "10s");
    }

    /** A driver's session as it stands in OnTime and was read; the driver's name is nobody else's. */
    record Read(UUID ontimeId, String driver) {}

    /** A session that began at {@link #LOG_IN} and was never logged out. */
    Read forgotten() {
        return session("null", 0);
    }

    /** A session of eight hours and 88 miles. */
    Read finished() {
        return session("\"" + LOG_IN.plus(Duration.ofHours(8)) + "\"", 52_398);
    }

    /** A van of one driver who drives 111 miles a day; the last day's session is the one meant. */
    Read aWeek(int lastStart, int lastEnd) {
        var read = aWeek("Tester" + COUNT.incrementAndGet(), lastStart, lastEnd);
        judged();
        return read;
    }

    private Read aWeek(String last, int lastStart, int lastEnd) {
        var driver = ONTIME.addDriver("Marco", last);
        takeUser(driver);
        var vehicle = ONTIME.addVehicle("Van " + COUNT.incrementAndGet());
        if (client.vehicle(vehicle) instanceof ReadAnswer.Found<OnTimeVehicle>(var read)) {
            roster.takeVehicles(List.of(read));
        }
        int days = 6;
        for (int day = 0; day < days; day++) {
            var logIn = LOG_IN.minus(Duration.ofDays(days - day));
            int start = lastStart - 113 * (days - day);
            driven(driver, vehicle, logIn, start, start + 111);
        }
        return new Read(driven(driver, vehicle, LOG_IN, lastStart, lastEnd), last + ", Marco");
    }

    /** A van whose reading of yesterday has two digits swapped: 57,189 for 51,789; its next session begins at 51,791. */
    Read slipped() {
        return slipped("Tester" + COUNT.incrementAndGet());
    }

    /** Two such vans, and what only their drivers' names begin with. */
    Twins twins() {
        String name = "Twin" + COUNT.incrementAndGet();
        return new Twins(name, slipped(name + "a"), slipped(name + "b"));
    }

    record Twins(String name, Read first, Read second) {}

    private Read slipped(String last) {
        var read = aWeek(last, 51_678, 57_189);
        var record = ONTIME.session(read.ontimeId());
        driven(
                UUID.fromString(record.path("UserID").asString()),
                UUID.fromString(record.path("Vehicle").asString()),
                LOG_IN.plus(Duration.ofHours(15)),
                51_791,
                51_860);
        judged();
        return read;
    }

    /** Until it is: what a screen shows of it from then on is the last word, and no news of it comes in between. */
    private void judged() {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sql.sql("select not exists (select from finding_due)")
                        .query(Boolean.class)
                        .single());
    }

    private UUID driven(UUID driver, UUID vehicle, Instant logIn, int start, int end) {
        var id = ONTIME.addSession("""
                {"UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s",
                 "StartMileage":%d,"EndMileage":%d}
                """.formatted(driver, vehicle, logIn, logIn.plus(Duration.ofHours(8)), start, end));
        take(id);
        return id;
    }

    private void take(UUID id) {
        var seen = intake.seen(List.of(id)).get(id);
        if (client.session(id) instanceof ReadAnswer.Found<UserSession>(var record)) {
            intake.take(List.of(new SessionIntake.Read(record, seen)));
        }
    }

    /** Somebody who drives. */
    String aDriver() {
        String last = "Driver" + COUNT.incrementAndGet();
        takeUser(ONTIME.addDriver("Test", last));
        return last + ", Test";
    }

    private Read session(String logOut, int endMileage) {
        String last = "Tester" + COUNT.incrementAndGet();
        var driver = ONTIME.addDriver("Marco", last);
        takeUser(driver);
        var vehicle = ONTIME.addVehicle("Van " + COUNT.incrementAndGet());
        if (client.vehicle(vehicle) instanceof ReadAnswer.Found<OnTimeVehicle>(var read)) {
            roster.takeVehicles(List.of(read));
        }
        var id = ONTIME.addSession("""
                {"UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":%s,
                 "StartMileage":52310,"EndMileage":%d}
                """.formatted(driver, vehicle, LOG_IN, logOut, endMileage));
        take(id);
        judged();
        return new Read(id, last + ", Marco");
    }

    private void takeUser(UUID driver) {
        if (client.user(driver) instanceof ReadAnswer.Found<OnTimeUser>(var user)) {
            roster.takeUsers(List.of(user));
        }
    }

    private static OnTimeSandbox startSandbox() {
        try {
            return OnTimeSandbox.start(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sandbox"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
