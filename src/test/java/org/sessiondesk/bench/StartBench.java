package org.sessiondesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jar's start on a data folder that is there already, until the first page, against a hello world's. */
class StartBench {

    private static final Path PORTAL = Path.of("target", "session-desk.jar").toAbsolutePath();
    private static final Path HELLO = Path.of("target", "bench", "hello.jar").toAbsolutePath();

    @Test
    void start() throws Exception {
        HelloJar.make(PORTAL, Path.of("target", "test-classes"), HELLO);
        var portal = new StartedJar(
                PORTAL,
                newFolder("portal"),
                "/login",
                Map.of(
                        "SESSIONDESK_SITE_NAME", "Bench Couriers",
                        "SESSIONDESK_SITE_TIME_ZONE", "America/Los_Angeles",
                        "SESSIONDESK_ONTIME_BASE_URL", "http://127.0.0.1:9",
                        "SESSIONDESK_ONTIME_COMPANY_ID", LocalOnTime.COMPANY,
                        "SESSIONDESK_ONTIME_API_KEY", LocalOnTime.KEY,
                        "SESSIONDESK_ONTIME_READ", "false",
                        "SESSIONDESK_FIRST_ADMIN_EMAIL", "admin@bench.test",
                        "SESSIONDESK_FIRST_ADMIN_PASSWORD", "only-for-this-measurement"));
        var hello = new StartedJar(HELLO, newFolder("hello"), "/", Map.of());
        try (var report = new BenchReport("Start")) {
            // The first start of each makes its database.
            var ratios = Pairs.measure(1, Pairs.FEWEST, portal::millisToFirstPage, hello::millisToFirstPage);
            report.ratio("warm start ÷ Vaadin hello world", ratios, "ms", new Limit.AtMost(1.2));
            report.note("From `java -jar` to the first whole page: `/login` here, `/` there. Both start the embedded"
                    + " PostgreSQL of a folder of their own, made before, by the same room `database`.");
        }
    }

    private static Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), name)
                .toAbsolutePath();
    }
}
