package org.sessiondesk.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The sandbox inside the demo's portal: its page for whoever tries faults, its API for who has the key. */
@BrowserTest
@ActiveProfiles("demo")
@TestPropertySource(
        properties = {
            "sessiondesk.sandbox.key=" + SandboxPageBrowserTest.KEY,
            "sessiondesk.sandbox.drivers=3",
            "sessiondesk.sandbox.days=3"
        })
@DirtiesContext
class SandboxPageBrowserTest {

    static final String KEY = "the-demos-key";

    private static final String API = "/sandbox/sites/demo/api/";

    @AfterEach
    void nothing_goes_wrong(Page page) {
        page.request().delete("/sandbox/control/faults");
    }

    @Test
    void a_fault_strikes_from_being_switched_on_until_it_is_switched_off(Page page) {
        page.navigate("/sandbox");
        assertThat(get(page.request(), KEY)).isEqualTo(200);
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("What goes wrong"))
                .selectOption("401 key refused");
        button(page, "Switch on").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Switched on.");
        assertThat(page.getByRole(AriaRole.LISTITEM)).containsText("401 key refused · until switched off");
        assertThat(get(page.request(), KEY)).isEqualTo(401);

        button(page, "Switch off: 401 key refused").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Switched off.");
        assertThat(page.getByRole(AriaRole.LISTITEM)).hasCount(0);
        assertThat(get(page.request(), KEY)).isEqualTo(200);
        // The log beside it has seen all three.
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("401 key refused")))
                .hasCount(1);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void everybody_can_use_it_and_on_a_phone_nothing_scrolls_sideways(
            int width, ColorScheme colours, Browsers browsers) {
        Page page = browsers.open(width, 844, colours);
        // So that the log has something to show.
        get(page.request(), KEY);
        page.navigate("/sandbox");
        button(page, "Switch on").click();
        assertThat(page.getByRole(AriaRole.LISTITEM).first()).isVisible();
        assertThat(page.getByRole(AriaRole.CELL).first()).isVisible();

        Axe.assertNoViolations(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        button(page, "Switch all off").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("All faults are off.");
    }

    @Test
    void only_the_key_opens_the_api_not_a_log_in_and_not_nobody(Desk desk, Browsers browsers) {
        var boss = desk.signInAsNew(Role.ADMINISTRATOR).request();
        var nobody = browsers.open().request();

        assertThat(get(nobody, null)).isEqualTo(401);
        assertThat(get(boss, null)).isEqualTo(401);
        assertThat(get(boss, "Bearer " + KEY)).isEqualTo(401);
        var post = RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setData("{}");
        assertThat(boss.post(API + "userSession/post", post).status()).isEqualTo(401);
        assertThat(get(nobody, KEY)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Forwarded-Host"})
    void who_only_says_to_be_this_machine_gets_neither_page_nor_controls(String header, Page page) {
        var said = RequestOptions.create().setHeader(header, "127.0.0.1");

        assertThat(page.request().get("/sandbox", said).status()).isEqualTo(403);
        assertThat(page.request().get("/sandbox/control/state", said).status()).isEqualTo(403);
        assertThat(page.request().get("/sandbox/control/state").status()).isEqualTo(200);
    }

    private static int get(APIRequestContext requests, @Nullable String authorization) {
        var options = RequestOptions.create().setMaxRedirects(0);
        if (authorization != null) {
            options.setHeader("Authorization", authorization);
        }
        return requests.get(API + "users", options).status();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
