package org.sessiondesk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Takes the pictures of README and docs, at three widths in both schemes. They go to
 * {@code target/pictures}; {@code ./mvnw verify -Dsessiondesk.pictures=docs/images} renews those of the docs.
 */
@BrowserTest
@DirtiesContext
class PicturesBrowserTest {

    private static final Path FOLDER = Path.of(System.getProperty("sessiondesk.pictures", "target/pictures"));

    private static final OnTimeSandbox onTime = OnTimeSandbox.start(
            Path.of("target", "test-ontime", UUID.randomUUID().toString()), "sessiondesk.sandbox.drivers=36");

    /** A screen, the sign-in who sees it, and what stands there once it is filled. */
    private record Screen(String name, String path, String person, String shows) {}

    private static final List<Screen> SCREENS = List.of(
            new Screen("overview", "/", "anna@demo.test", "Needs you now"),
            new Screen("sessions", "/sessions", "anna@demo.test", "Add session"),
            new Screen("session", "/sessions?finding=digit-slip", "anna@demo.test", "Add session"),
            new Screen("day-check", "/shift-audit", "anna@demo.test", "Totals"),
            new Screen("pay-period", "/shift-audit/period", "pia@demo.test", "Totals"),
            new Screen("exports", "/exports", "pia@demo.test", "Exports"),
            new Screen("drivers", "/drivers", "pia@demo.test", "Payroll number"),
            new Screen("vehicles", "/vehicles", "anna@demo.test", "Last reading"),
            new Screen("vehicle", "/vehicles", "anna@demo.test", "Last reading"),
            new Screen("deliveries", "/deliveries", "anna@demo.test", "Sent to OnTime"),
            new Screen("intake", "/intake", "anna@demo.test", "Reading from OnTime"),
            new Screen("trail", "/trail?kind=everything", "ines@demo.test", "History of changes"),
            new Screen("people", "/accounts", "admin@demo.test", "Add person"),
            new Screen("settings", "/settings", "admin@demo.test", "Settings"),
            new Screen("me", "/me", "anna@demo.test", "Change password"));

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry settings) {
        settings.add("sessiondesk.ontime.base-url", onTime::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
        settings.add("sessiondesk.ontime.requests-per-second", () -> "200");
        settings.add("sessiondesk.ontime.read-days", () -> "31");
        settings.add("sessiondesk.ontime.read", () -> "true");
    }

    @AfterAll
    static void stop() {
        onTime.close();
    }

    @Test
    void every_screen_stands_at_every_width_in_both_schemes(Desk desk, Browsers browsers) {
        Page login = browsers.open();
        login.navigate("/login");
        assertThat(login.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")))
                .isVisible();
        pictures(login, "login");
        for (var person : List.of("anna@demo.test", "pia@demo.test", "ines@demo.test", "admin@demo.test")) {
            Page page = desk.signInAs(person);
            SCREENS.stream().filter(screen -> screen.person().equals(person)).forEach(screen -> visit(page, screen));
        }
    }

    private static void visit(Page page, Screen screen) {
        page.setViewportSize(1440, 900);
        page.navigate(screen.path());
        if (screen.name().equals("overview")) {
            assertThat(page.getByText(Pattern.compile("^Read from OnTime (\\w{3} )?\\d\\d:\\d\\d"))
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        }
        assertThat(page.getByText(screen.shows()).first()).isVisible();
        if (screen.name().equals("session")) {
            page.getByText("▲ Digit slip").first().click();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use suggestion"))
                            .first())
                    .isVisible();
        }
        if (screen.name().equals("me")) {
            page.getByLabel("Which program").fill("Payroll import");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make token"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
        if (screen.name().equals("vehicle")) {
            // One whose line breaks.
            String problems = page.locator(".fleet a.red").first().getAttribute("href");
            page.navigate("/vehicles/" + problems.replaceAll(".*vehicle=([0-9a-f-]+).*", "$1"));
            assertThat(page.locator("desk-odometer[data-drawn]")).isVisible();
        }
        pictures(page, screen.name());
    }

    /** One screen, loaded once: its width and its colours change as a window's and a device's do. */
    private static void pictures(Page page, String name) {
        for (int width : List.of(1440, 768, 390)) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            boolean cards = name.startsWith("session") && width < 1440;
            page.waitForFunction("cards => !!document.querySelector('.session-grid.as-cards') === cards", cards);
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(
                                name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT) + ".png")));
            }
        }
    }
}
