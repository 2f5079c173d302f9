package org.sessiondesk.ui.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestPeople;

@BrowserTest
class SignInBrowserTest {

    @Test
    void the_address_asked_for_opens_after_signing_in(Desk desk, Page page) {
        Person boss = desk.people().add(Role.ADMINISTRATOR);
        page.navigate("/accounts");
        assertThat(page).hasURL(Pattern.compile("/login$"));
        Desk.logIn(page, boss.email(), TestPeople.PASSWORD);
        assertThat(heading(page, "People")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/accounts"));
    }

    @Test
    void a_wrong_password_is_said_and_guessing_on_is_slowed(Desk desk, Page page) {
        Person anna = desk.people().add(Role.SUPERVISOR);
        page.navigate("/login");
        for (int guess = 0; guess < 5; guess++) {
            Desk.logIn(page, anna.email(), "a wrong password");
            assertThat(page.getByText("Email and password don't fit together")).isVisible();
            page.navigate("/login");
        }
        Desk.logIn(page, anna.email(), TestPeople.PASSWORD);
        assertThat(page.getByText(Pattern.compile("Try again at \\d\\d:\\d\\d:\\d\\d")))
                .isVisible();
    }

    @Test
    void signing_out_ends_it(Desk desk) {
        Page page = desk.open(desk.people().add(Role.PAYROLL).email());
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Your account:"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByText("You are signed out.")).isVisible();
        page.navigate("/me");
        assertThat(page).hasURL(Pattern.compile("/login$"));
    }

    @ParameterizedTest
    @CsvSource({"SUPERVISOR, 403", "PAYROLL, 403", "AUDITOR, 403", "ADMINISTRATOR, 200"})
    void a_screen_that_is_not_for_the_role_says_so_and_answers_403(Role role, int status, Desk desk) {
        desk.people().add(Role.ADMINISTRATOR);
        Page page = desk.signInAsNew(role);
        assertThat(open(page, "/accounts")).isEqualTo(status);
        assertThat(heading(page, status == 200 ? "People" : "Not for your role"))
                .isVisible();
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("People").setExact(true)))
                .hasCount(status == 200 ? 1 : 0);
        assertThat(open(page, "/setup")).isEqualTo(status);
        assertThat(heading(page, status == 200 ? "Set up Session Desk" : "Not for your role"))
                .isVisible();
    }

    @Test
    void an_unknown_address_says_so_and_answers_404(Desk desk) {
        Page page = desk.signInAsNew(Role.SUPERVISOR);
        assertThat(open(page, "/no/such/page")).isEqualTo(404);
        assertThat(heading(page, "No such page")).isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void every_page_comes_with_its_headers(Page page) {
        var headers = page.navigate("/login").headers();
        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self' 'unsafe-eval' 'nonce-")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(headers)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("referrer-policy", "same-origin")
                .containsKey("permissions-policy");
        assertThat(headers.get("cache-control")).contains("no-store");
    }

    @Test
    void a_form_from_elsewhere_signs_nobody_in(Desk desk, Page page) {
        Person anna = desk.people().add(Role.SUPERVISOR);
        var answer = page.request()
                .post(
                        "/login",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("username", anna.email())
                                        .set("password", TestPeople.PASSWORD))
                                .setMaxRedirects(0));
        assertThat(answer.headers().get("location")).endsWith("/login");
        page.navigate("/me");
        assertThat(page).hasURL(Pattern.compile("/login$"));
    }

    @Test
    void the_session_gets_a_new_name_at_the_sign_in(Desk desk, Page page) {
        page.navigate("/login");
        String before = session(page);
        Desk.logIn(page, desk.people().add(Role.SUPERVISOR).email(), TestPeople.PASSWORD);
        assertThat(page).not().hasURL(Pattern.compile("/login"));
        assertThat(session(page)).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void the_sign_in_screen_is_usable_by_everybody(int width, ColorScheme colours, Browsers browsers) {
        Page page = browsers.open(width, 844, colours);
        page.navigate("/login?error");
        assertThat(page.getByText("Not logged in")).isVisible();
        Axe.assertNoViolations(page);
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .value;
    }

    private static int open(Page page, String path) {
        Response answer = page.navigate(path);
        return answer == null ? 0 : answer.status();
    }

    private static com.microsoft.playwright.Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
