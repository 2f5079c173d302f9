package org.sessiondesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sessiondesk.testing.BrowserExtension;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.PortalProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code kill -9} strikes a portal, with the database that it brings along, in the midst of taking in a file. */
@ExtendWith(BrowserExtension.class)
class KilledFilingProcessTest {

    private static final int ROWS = 20_000;
    private static final String ADMIN = "admin@example.com";
    private static final String PASSWORD = "a sentence long enough";

    /** What the trail says was taken in, session by session. */
    private static final String FILED = """
            select count(*) from audit_entry join audit_subject s using (position)
             where action = 'session.filed' and s.kind = 'session'
            """;

    /** The session in the file's 6,000th row isn't stored before the server is gone. */
    private static final String STAND_STILL = """
            create function stand_still() returns trigger language plpgsql as
                $$ begin perform pg_sleep(600); return new; end $$;
            create trigger stand_still before insert on driver_session
                for each row when (new.start_mileage = 6000) execute function stand_still()
            """;

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    private final Path data = PortalProcess.newDataFolder();
    private final EmbeddedServer server = new EmbeddedServer(data);

    @Test
    void what_became_of_the_file_is_said_and_the_same_file_brings_the_rest_and_nothing_twice(Browsers browsers)
            throws IOException {
        Path file = sessions();
        try (PortalProcess killed = portal()) {
            Page page = intake(browsers, killed);
            compare(page, file);
            assertThat(count(page, "New")).hasText("20,000");
            // However quick this machine is, the kill comes in the midst.
            server().sql(STAND_STILL).update();
            button(page, "Take in").click();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> taken() > ROWS / 4);
            killed.kill();
        }

        try (PortalProcess next = portal()) {
            long before = taken();
            assertThat(before).isBetween(ROWS / 4L, ROWS - 1L);
            server().sql("drop function stand_still() cascade").update();
            Page page = intake(browsers, next);
            assertThat(entry(page, "broken off; bring the same file again to go on"))
                    .containsText("%,d new, 0 changed, 0 the same".formatted(before));
            compare(page, file);
            assertThat(count(page, "New")).hasText("%,d".formatted(ROWS - before));
            assertThat(count(page, "The same")).hasText("%,d".formatted(before));

            button(page, "Take in").click();
            assertThat(page.getByText("Taken in: 20,000 of 20,000 rows gone through."))
                    .isVisible(PATIENTLY);

            assertThat(entry(page, "to the end"))
                    .containsText("%,d new, 0 changed, %,d the same".formatted(ROWS - before, before));
            assertThat(taken()).isEqualTo(ROWS);
            assertThat(number("select count(distinct (start_mileage, end_mileage)) from driver_session"))
                    .isEqualTo(ROWS);
            assertThat(number(FILED)).isEqualTo(ROWS);
            assertThat(number(FILED.replace("count(*)", "count(distinct s.id)")))
                    .isEqualTo(ROWS);
            assertThat(server().sql("""
                            select string_agg(action, ' ' order by position) from audit_entry
                             where action like 'filing.%'
                            """).query(String.class).single())
                    .isEqualTo("filing.begun filing.broken-off filing.begun filing.ended");
            page.navigate("/trail");
            button(page, "Verify").click();
            assertThat(page.getByText("nothing changed, removed or slipped in")).isVisible(PATIENTLY);
        }
    }

    /** No two alike. */
    private Path sessions() throws IOException {
        var text = new StringBuilder("ID,UserID,LogInType,LogInTime,LogOutTime,StartMileage,EndMileage\n");
        Instant logIn = Instant.parse("2026-06-02T13:00:00Z");
        for (int n = 0; n < ROWS; n++) {
            Instant from = logIn.plusSeconds(60L * n);
            text.append("%s,%s,Driver,%s,%s,%d,%d%n"
                    .formatted(UUID.randomUUID(), new UUID(1, n % 36), from, from.plusSeconds(28_800), n, n + 80));
        }
        return Files.writeString(data.resolveSibling(data.getFileName() + "-sessions.csv"), text);
    }

    private PortalProcess portal() {
        return PortalProcess.on(data)
                .withWhatProductionNeeds()
                .with("SESSIONDESK_FIRST_ADMIN_EMAIL", ADMIN)
                .with("SESSIONDESK_FIRST_ADMIN_PASSWORD", PASSWORD)
                .start()
                .awaitReady();
    }

    private static Page intake(Browsers browsers, PortalProcess portal) {
        Page page = browsers.openAt(portal.address());
        page.navigate("/login");
        Desk.logIn(page, ADMIN, PASSWORD);
        button(page, "Colours:").waitFor();
        page.navigate("/intake");
        return page;
    }

    private static void compare(Page page, Path file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
        button(page, "Compare").click();
        assertThat(button(page, "Take in")).isVisible(PATIENTLY);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator count(Page page, String what) {
        return page.locator(".file-counts div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(what, new Page.GetByTextOptions().setExact(true))))
                .locator("dd");
    }

    /** Among the files taken in. */
    private static Locator entry(Page page, String ending) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(ending));
    }

    private long taken() {
        return number("select count(*) from driver_session");
    }

    private long number(String sql) {
        return server().sql(sql).query(Long.class).single();
    }

    private JdbcClient server() {
        return JdbcClient.create(server.asOwner());
    }
}
