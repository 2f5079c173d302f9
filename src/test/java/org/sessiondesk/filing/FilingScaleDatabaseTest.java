package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sessiondesk.testing.DatabaseTest;

/** How long 100,000 sessions of a file take, and how much memory: {@code -Dsessiondesk.scale=100000} asks for it. */
@DatabaseTest
@EnabledIfSystemProperty(named = "sessiondesk.scale", matches = "\\d+")
class FilingScaleDatabaseTest extends FilingDesk {

    @TempDir
    private Path folder;

    @Test
    void a_hundred_thousand_rows_go_through_in_bounded_memory() throws IOException {
        int rows = Integer.getInteger("sessiondesk.scale");
        Path file = folder.resolve("sessions.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("ID,UserID,Vehicle,LogInType,LogInTime,LogOutTime,StartMileage,EndMileage\n");
            var begin = Instant.parse("2026-01-01T06:00:00Z");
            for (int n = 0; n < rows; n++) {
                var logIn = begin.plus(n, ChronoUnit.MINUTES);
                out.write("%s,%s,%s,Driver,%s,%s,%d,%d%n"
                        .formatted(
                                UUID.randomUUID(),
                                new UUID(1, n % 36),
                                new UUID(2, n % 30),
                                logIn,
                                logIn.plus(9, ChronoUnit.HOURS),
                                4_000 + n,
                                4_095 + n));
            }
        }
        say("bytes " + Files.size(file));
        for (int round = 1; round <= 2; round++) {
            timed("look", () -> {
                try (var in = Files.newInputStream(file)) {
                    filings.receive("sessions.csv", in);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            timed("compare", filings::compare);
            timed("take in", filings::takeIn);
            assertThat(filings.mine().orElseThrow().tally())
                    .isEqualTo(round == 1 ? new Tally(rows, 0, 0, 0, 0) : new Tally(0, 0, rows, 0, 0));
        }
    }

    private void timed(String what, Runnable begin) {
        long from = System.nanoTime();
        long[] most = {0};
        begin.run();
        await().pollInSameThread()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    System.gc();
                    most[0] = Math.max(
                            most[0],
                            ManagementFactory.getMemoryMXBean()
                                    .getHeapMemoryUsage()
                                    .getUsed());
                    return !filings.mine().orElseThrow().working();
                });
        say("%s %.1f s, heap in use at most %d MiB".formatted(what, (System.nanoTime() - from) / 1e9, most[0] >> 20));
    }

    private static void say(String line) {
        System.out.println("scale: " + line.toLowerCase(Locale.ROOT));
    }
}
