package org.sessiondesk.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;

/** A portal in production, as all tests start it that say nothing else. */
@BrowserTest
class NoSandboxBrowserTest {

    private static final List<String> ADDRESSES = List.of(
            "/sandbox",
            "/sandbox/control/faults",
            "/sandbox/control/state",
            "/sandbox/sites/test-couriers/api/users",
            "/sandbox/sites/demo/api/userSession/post");

    @Test
    void nobody_and_everybody_meets_at_the_sandboxs_addresses_what_any_unknown_address_answers(
            Desk desk, Browsers browsers) {
        var nobody = browsers.open().request();
        var boss = desk.signInAsNew(Role.ADMINISTRATOR).request();
        for (var who : List.of(nobody, boss)) {
            for (var method : List.of("GET", "POST", "DELETE")) {
                for (var address : ADDRESSES) {
                    assertThat(answer(who, method, address))
                            .as("%s %s", method, address)
                            .isEqualTo(answer(who, method, "/no/such/page"));
                }
            }
        }
        assertThat(answer(nobody, "GET", "/sandbox")).doesNotStartWith("200");
    }

    @Test
    void its_page_is_no_such_page(Desk desk) {
        Page page = desk.signInAsNew(Role.ADMINISTRATOR);

        assertThat(page.navigate("/sandbox").status()).isEqualTo(404);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("No such page")))
                .isVisible();
    }

    private static String answer(APIRequestContext requests, String method, String address) {
        var answer = requests.fetch(
                address,
                RequestOptions.create()
                        .setMethod(method)
                        .setHeader("Authorization", "a-key-of-the-tests")
                        .setHeader(ControlGuard.HEADER, "1")
                        .setMaxRedirects(0));
        return answer.status() + " " + answer.headers().get("location");
    }
}
