package org.sessiondesk.ui.sessions;

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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A portal with an OnTime of its own, for the tests of the work bench. */
@BrowserTest
abstract class SessionsBench {

    /** Yesterday morning. */
    static final Instant LOG_IN = Instant.now().minus(Duration.ofHours(26)).truncatedTo(ChronoUnit.MINUTES);

    static final OnTimeSandbox ONTIME = startSandbox();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private SessionIntake intake;

    @Autowired
    private OnTimeClient client;

    @Autowired
    private Roster roster;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("sessiondesk.ontime.base-url", ONTIME::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
        settings.add("sessiondesk.delivery.grace", () -> "6s");
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
        var seen = intake.seen(List.of(id)).get(id);
        if (client.session(id) instanceof ReadAnswer.Found<UserSession>(var record)) {
            intake.take(List.of(new SessionIntake.Read(record, seen)));
        }
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
