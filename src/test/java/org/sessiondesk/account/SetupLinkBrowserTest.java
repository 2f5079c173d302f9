package org.sessiondesk.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** On a portal of its own, where nobody can sign in yet. */
@BrowserTest
@TestPropertySource(properties = "sessiondesk.site.name=Set-up Couriers")
class SetupLinkBrowserTest {

    @Autowired
    private FirstAdministrator firstAdministrator;

    @Test
    void the_link_makes_one_administrator_and_is_spent(Page page) {
        String secret = firstAdministrator.issueSecret().orElseThrow();
        page.navigate("/setup");
        assertThat(page.getByText("Open the one-time link")).isVisible();
        page.navigate("about:blank");
        page.navigate("/setup#" + secret);
        assertThat(page.getByLabel("Email")).isVisible();
        Axe.assertNoViolations(page);
        page.getByLabel("Email").fill("boss@setup.test");
        page.getByLabel("Name").fill("The Boss");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("short");
        create(page);
        // The first of two after a moment: it is read out too.
        assertThat(page.getByText("At least 12 characters.").first()).isVisible();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("a good long password");
        create(page);
        assertThat(page.getByText("boss@setup.test can log in now.")).isVisible();

        page.navigate("about:blank");
        page.navigate("/setup#" + secret);
        page.waitForURL("**/login");
        Desk.logIn(page, "boss@setup.test", "a good long password");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People")))
                .isVisible();
    }

    private static void create(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create administrator"))
                .click();
    }
}
