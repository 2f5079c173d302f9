package org.sessiondesk.ui.me;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestPeople;

@BrowserTest
class TokensBrowserTest {

    private static final String FINDINGS = "/api/v1/findings";

    @Test
    void a_token_is_made_shown_once_used_and_revoked(Desk desk) {
        Page page = desk.signInAsNew(Role.PAYROLL);
        page.navigate("/me");
        assertThat(page.getByText("No token yet.")).isVisible();
        page.getByLabel("Which program").fill("Payroll import");
        button(page, "Make token").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator secret = dialog.getByLabel("Token", new Locator.GetByLabelOptions().setExact(true));
        assertThat(secret).hasValue(Pattern.compile("desk_[A-Za-z0-9_-]{43}"));
        Axe.assertNoViolations(page);
        String token = secret.inputValue();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done"))
                .click();

        Locator item =
                page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Payroll import"));
        assertThat(item).containsText("no end");
        assertThat(status(page, token)).isEqualTo(200);
        page.reload();
        assertThat(item).isVisible();
        assertThat(page.content()).doesNotContain(token);
        Axe.assertNoViolations(page);

        button(page, "Revoke Payroll import").click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        assertThat(page.getByText("Payroll import is revoked.")).isVisible();
        assertThat(page.getByText("No token yet.")).isVisible();
        assertThat(status(page, token)).isEqualTo(401);
    }

    @Test
    void a_last_day_that_is_over_and_a_name_that_is_missing_are_said_at_their_fields(Desk desk) {
        Page page = desk.signInAsNew(Role.SUPERVISOR);
        page.navigate("/me");
        button(page, "Make token").click();
        // The first of two for a moment: it is read out too.
        assertThat(page.getByText("Enter a name of at most 100 characters.").first())
                .isVisible();
        page.getByLabel("Which program").fill("Old");
        Locator day = page.getByLabel("Last day");
        day.fill("2020-01-31");
        day.press("Enter");
        button(page, "Make token").click();
        // The first of two for a moment: it is read out too.
        assertThat(page.getByText("This day is over.").first()).isVisible();
        day.fill("2099-12-31");
        day.press("Enter");
        button(page, "Make token").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done"))
                .click();
        assertThat(page.getByText("ends Thu 31 Dec 2099")).isVisible();
    }

    @Test
    void a_last_day_that_can_not_be_read_makes_no_token_without_end(Desk desk) {
        Page page = desk.signInAsNew(Role.PAYROLL);
        page.navigate("/me");
        page.getByLabel("Which program").fill("Payroll import");
        Locator day = page.getByLabel("Last day");
        for (var unreadable : List.of("31.12.2026", "next summer", "2026-02-31")) {
            day.fill(unreadable);
            day.press("Enter");
            button(page, "Make token").click();
            // The first of two for a moment: it is read out too.
            assertThat(page.getByText("Enter a day as 2026-12-31, or nothing.").first())
                    .isVisible();
            assertThat(day).isFocused();
        }
        assertThat(page.getByText("No token yet.")).isVisible();

        day.fill("");
        day.press("Enter");
        button(page, "Make token").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("Token", new Locator.GetByLabelOptions().setExact(true)))
                .isVisible();
    }

    @Test
    void a_new_password_revokes_the_tokens_and_says_so(Desk desk) {
        Page page = desk.signInAsNew(Role.PAYROLL);
        page.navigate("/me");
        assertThat(page.getByText("A new password revokes")).hasCount(0);
        page.getByLabel("Which program").fill("Payroll import");
        button(page, "Make token").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator secret = dialog.getByLabel("Token", new Locator.GetByLabelOptions().setExact(true));
        assertThat(secret).hasValue(Pattern.compile("desk_.+"));
        String token = secret.inputValue();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done"))
                .click();
        page.reload();
        assertThat(page.getByText("A new password revokes your tokens for programs too."))
                .isVisible();

        page.getByLabel("Current password").fill(TestPeople.PASSWORD);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("another good long password");
        page.getByLabel("New password again").fill("another good long password");
        button(page, "Change password").click();

        assertThat(page.getByText("your tokens for programs are revoked.")).isVisible();
        assertThat(page.getByText("No token yet.")).isVisible();
        assertThat(status(page, token)).isEqualTo(401);
    }

    @Test
    void a_signed_in_browser_alone_is_nobody_to_the_api(Desk desk) {
        Page page = desk.signInAsNew(Role.SUPERVISOR);
        assertThat(page.request().get(FINDINGS).status()).isEqualTo(401);
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        Page page = desk.signInAsNew(Role.PAYROLL);
        page.navigate("/me");
        for (var program : List.of("Payroll import", "Monthly report for the accountant's office")) {
            page.getByLabel("Which program").fill(program);
            button(page, "Make token").click();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done"))
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
        for (int width : List.of(1440, 768, 390)) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
                button(page, "Make token").scrollIntoViewIfNeeded();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target",
                                "browser",
                                "tokens-" + width + "-" + colours.name().toLowerCase(Locale.ROOT) + ".png")));
                Axe.assertNoViolations(page);
            }
        }
    }

    private static int status(Page page, String token) {
        return page.request()
                .get(FINDINGS, RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                .status();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
