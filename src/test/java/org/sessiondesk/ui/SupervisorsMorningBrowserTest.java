package org.sessiondesk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.testing.TestPeople;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A whole morning, from the sign-in screen to a signed day; on a desk of its own, so that its counts are all there is. */
@DirtiesContext
@TestPropertySource(properties = "sessiondesk.site.name=Early Couriers")
class SupervisorsMorningBrowserTest extends FleetScreens {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestDatabase database;

    @Test
    void what_is_wrong_since_yesterday_is_put_right_and_the_day_is_signed(Browsers browsers) {
        var yesterday = SomeDays.today().minusDays(1);
        var days = new SomeDays(jdbc, lines::read);
        days.read(days.driver("Diaz, Dora"), yesterday, "01:00", "10:00", 88, days.vehicle());
        days.read(days.driver("Lee, Jo"), yesterday, "01:30", "10:00", null, null);
        days.read(days.driver("Ruiz, Marco"), yesterday, "03:00", null, null, null);
        lines.settle();
        var anna = new TestPeople(database).add(Role.SUPERVISOR);
        Page page = browsers.open();
        page.navigate("/login");
        Desk.logIn(page, anna.email(), TestPeople.PASSWORD);

        assertThat(page.getByText("Problems yesterday: 1")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Start")))
                        .first())
                .isFocused();
        page.keyboard().press("Enter");

        var logOut = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out"));
        assertThat(page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Session").setExact(true)))
                .containsText("Ruiz, Marco");
        logOut.fill("11:30");
        page.keyboard().press("Alt+2");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText(Pattern.compile("Ruiz saved"))).isVisible();
        lines.settle();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to Day check"))
                .click();

        assertThat(page.locator(".day-counts")).hasText("3 of 3 ready");
        assertThat(row(page, "Ruiz, Marco")).containsText("8 h 30 min");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign all ready (3)"))
                .click();
        assertThat(page.getByText("3 signed.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(row(page, "Ruiz, Marco")).containsText("Signed ");

        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Overview"))
                .click();
        assertThat(page.getByText("Problems yesterday: 0")).isVisible();
        assertThat(page.getByText(Pattern.compile("· 3/3 signed"))).isVisible();
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Pay period: 1 of 1 days signed"))))
                .hasAttribute("href", Pattern.compile("shift-audit/period\\?day=\\d"));
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }
}
