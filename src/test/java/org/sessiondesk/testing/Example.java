package org.sessiondesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What many tests need just once more: the commonest correction, and a sandbox that a portal is told of. */
public final class Example {

    private Example() {}

    /** A mistyped end mileage is put right. */
    public static SessionCommand.Correct endMileage(DriverSession session, int endMileage, @Nullable String note) {
        return new SessionCommand.Correct(
                session.id(),
                session.version(),
                new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, endMileage),
                Set.of(SessionField.END_MILEAGE),
                Reason.READING_MISTYPED,
                note);
    }

    /** A new folder below {@code target} for a sandbox's records. */
    public static Path sandboxFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sandbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings that lead a portal to this OnTime. */
    public static void connect(DynamicPropertyRegistry settings, OnTimeSandbox ontime) {
        settings.add("sessiondesk.ontime.base-url", ontime::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
    }

    /** As {@link #connect}; what is corrected leaves at once, and a failure is tried again soon. */
    public static void deliverAtOnce(DynamicPropertyRegistry settings, OnTimeSandbox ontime) {
        connect(settings, ontime);
        settings.add("sessiondesk.ontime.read", () -> "true");
        settings.add("sessiondesk.ontime.read-interval", () -> "24h");
        settings.add("sessiondesk.delivery.grace", () -> "0s");
        settings.add("sessiondesk.delivery.longest-grace", () -> "0s");
        settings.add("sessiondesk.delivery.retry", () -> "100ms");
        settings.add("sessiondesk.delivery.longest-retry", () -> "300ms");
        settings.add("sessiondesk.delivery.look-again", () -> "300ms");
        settings.add("sessiondesk.connection.probe-every", () -> "1h");
        settings.add("db-scheduler.polling-interval", () -> "100ms");
    }
}
