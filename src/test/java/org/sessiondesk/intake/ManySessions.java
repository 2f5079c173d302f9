package org.sessiondesk.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The records of a sandbox with so many sessions of the last 30 days, one in a hundred still open. */
final class ManySessions {

    private static final int DRIVERS = 36;
    private static final Duration BACK = Duration.ofDays(30);

    private ManySessions() {}

    /** Writes them where a sandbox that starts on this folder finds them. */
    static void in(Path folder, int many) {
        var newest = Instant.now().minus(Duration.ofMinutes(30));
        var apart = BACK.dividedBy(many);
        try {
            Files.createDirectories(folder);
            try (var file = Files.newBufferedWriter(folder.resolve("records.jsonl"))) {
                for (int n = 0; n < DRIVERS; n++) {
                    file.write("""
                            {"kind":"person","record":{"id":"%s","firstName":"Driver","lastName":"Number %d",\
                            "userName":"driver%d","driver":true}}
                            """.formatted(driver(n), n, n));
                }
                for (int n = 0; n < many; n++) {
                    var logIn = newest.minus(apart.multipliedBy(n));
                    var logOut = n % 100 == 7 ? "null" : "\"" + logIn.plus(Duration.ofMinutes(20)) + "\"";
                    file.write("""
                            {"kind":"session","record":{"ID":"%s","UserID":"%s","LogInType":"Driver","LogInTime":"%s",\
                            "LogOutTime":%s,"StartMileage":52310,"EndMileage":52390}}
                            """.formatted(UUID.randomUUID(), driver(n % DRIVERS), logIn, logOut));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID driver(int number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L + number);
    }
}
