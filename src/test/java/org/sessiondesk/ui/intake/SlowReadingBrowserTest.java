package org.sessiondesk.ui.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first fill at one call a second, with a record in it that comes as half of itself. */
@BrowserTest
@DirtiesContext
class SlowReadingBrowserTest {

    private static final ZoneId SITE = ZoneId.of("America/Los_Angeles");
    private static final Pattern PROGRESS =
            Pattern.compile("Reading from OnTime: ([\\d,]+) of ([\\d,]+), until about (?:\\w{3} )?(\\d\\d:\\d\\d)");

    private static final int FULL = 300;
    /** Long enough ago to have ended, whatever the time is. */
    private static final LocalDate FULL_DAY = LocalDate.now(SITE).minusDays(2);

    private static final OnTimeSandbox onTime = OnTimeSandbox.start(
            Path.of("target", "test-ontime", UUID.randomUUID().toString()));
    private static final UUID garbled = fill();

    /** A session of the last hours, which is read first; of one whole day more than these tests have time for. */
    private static UUID fill() {
        var driver = onTime.addDriver("Marco", "Ruiz");
        for (int n = 0; n < FULL; n++) {
            session(driver, FULL_DAY.atTime(8, 0).plusMinutes(n).atZone(SITE).toInstant());
        }
        var newest = session(driver, Instant.now().minus(Duration.ofHours(1)));
        onTime.fault("{\"kind\":\"GARBLED\",\"session\":\"%s\"}".formatted(newest));
        return newest;
    }

    private static UUID session(UUID driver, Instant at) {
        var logIn = at.truncatedTo(ChronoUnit.SECONDS);
        return onTime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s"}
                """.formatted(driver, logIn, logIn.plusSeconds(60)));
    }

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry settings) {
        settings.add("sessiondesk.ontime.base-url", onTime::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
        settings.add("sessiondesk.ontime.requests-per-second", () -> "1");
        settings.add("sessiondesk.ontime.read", () -> "true");
    }

    @AfterAll
    static void stop() {
        onTime.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions", "/intake"})
    void the_bar_says_how_far_the_reading_is_and_by_the_sites_clock_when_it_ends(String screen, Desk desk) {
        Page page = desk.signInAs("ines@demo.test");
        page.navigate(screen);

        Locator line = page.getByText(PROGRESS);
        assertThat(line).isVisible();
        assertThat(page.getByRole(
                        AriaRole.PROGRESSBAR,
                        new Page.GetByRoleOptions()
                                .setName("Reading from OnTime")
                                .setExact(true)))
                .isVisible();
        Matcher said = PROGRESS.matcher(line.innerText());
        assertThat(said.find()).isTrue();
        assertThat(number(said.group(1))).isLessThan(number(said.group(2)));
        assertThat(minutesUntil(said.group(3))).isBetween(-1L, 9L);
        // It goes on before one's eyes.
        assertThat(line).not().containsText("Reading from OnTime: " + said.group(1) + " of");
        assertThat(line).isVisible();
    }

    @Test
    void a_record_that_could_not_be_read_is_listed_with_its_id_its_reason_and_what_came(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/intake");

        Locator record =
                page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Session " + garbled));
        assertThat(record).isVisible();
        assertThat(record).containsText(Pattern.compile("\\d\\d:\\d\\d: \\w+"));
        assertThat(page.getByText("1 in all. They are tried again once a day.")).isVisible();
        record.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("What OnTime sent"))
                .click();
        assertThat(record.getByText(Pattern.compile("\\{.*UserID", Pattern.DOTALL))
                        .last())
                .isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void day_check_says_that_a_day_is_not_fully_read_and_asks_before_it_is_signed(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/shift-audit?day=" + FULL_DAY);

        // How many are to come is known once all of its hours were asked for: by the time of day, that is soon or late.
        var says = Pattern.compile(" not fully read yet: \\d+ (of about \\d+|so far), done ");
        assertThat(page.getByText(says)).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sign: ")))
                .first()
                .click();

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Sign all the same?");
        assertThat(dialog).containsText(says);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Not now"))
                .click();
        assertThat(dialog).isHidden();
    }

    @Test
    void of_a_day_that_ontime_was_not_asked_for_yet_it_says_so_too(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/shift-audit?day=" + FULL_DAY.minusDays(4));
        assertThat(page.getByText(Pattern.compile(" not fully read yet: 0 so far, done ")))
                .isVisible();

        page.navigate("/shift-audit/period?day=" + FULL_DAY.minusDays(4));
        assertThat(page.getByText(Pattern.compile(" – .* not fully read yet: \\d+ so far, done ")))
                .isVisible();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }

    /** From now to the next time that the site's clocks show this, or a little while ago. */
    private static long minutesUntil(String clock) {
        long minutes =
                ChronoUnit.MINUTES.between(LocalTime.now(SITE).truncatedTo(ChronoUnit.MINUTES), LocalTime.parse(clock));
        return Math.floorMod(minutes + 720, 1_440) - 720;
    }
}
