package org.sessiondesk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.payout.SignedDays;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.testing.TestPeople;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole Friday of who does payroll, from the sign-in screen to the file that is paid by. */
class ClerksFridayBrowserTest extends FleetScreens {

    /** A Monday that no other test looks at. */
    private static final LocalDate MONDAY = LocalDate.of(1979, 3, 5);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestDatabase database;

    @Test
    void a_week_is_signed_closed_and_exported(Browsers browsers) throws IOException {
        var days = new SomeDays(jdbc, lines::read);
        var rosa = days.driver("Friday, Rosa");
        // What others here paid and opened again would be in this export, too.
        new SignedDays(database).none();
        for (int day = 0; day < 5; day++) {
            days.read(rosa, MONDAY.plusDays(day), "07:00", "15:42", 88);
        }
        var otto = days.driver("Friday, Otto");
        var forgotten = days.read(otto, MONDAY.plusDays(1), "07:00", null, null);
        lines.settle();
        var pia = new TestPeople(database).add(Role.PAYROLL);
        Page page = browsers.open();
        page.navigate("/login");
        Desk.logIn(page, pia.email(), TestPeople.PASSWORD);
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Day check"))
                .click();
        // The overview has such a link, too.
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Day check")))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pay period"))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The next pay period")))
                .isVisible();
        page.navigate("/shift-audit/period?day=" + MONDAY);

        assertThat(page.locator(".day-counts")).containsText("0 of 6 signed · 5 ready · 1 with problems");
        button(page, "Sign all ready (5)").click();
        assertThat(page.locator(".day-counts")).containsText("5 of 6 signed");
        close(page);
        var refused = page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText("Not closed"));
        assertThat(refused).containsText("Friday, Otto");
        page.keyboard().press("Escape");
        assertThat(refused).isHidden();

        // The supervisor is asked, and settles it.
        var anna = new TestPeople(database).add(Role.SUPERVISOR);
        Page supervisor = browsers.open();
        supervisor.navigate("/login");
        Desk.logIn(supervisor, anna.email(), TestPeople.PASSWORD);
        assertThat(supervisor.getByText("Needs you now")).isVisible();
        supervisor.navigate("/shift-audit?day=" + MONDAY.plusDays(1) + "&session=" + forgotten);
        supervisor
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out"))
                .fill("15:15");
        supervisor.keyboard().press("Alt+2");
        supervisor.keyboard().press("Control+s");
        assertThat(supervisor.getByText(Pattern.compile("Friday saved"))).isVisible();
        lines.settle();

        button(page, "Sign all ready (1)").click();
        assertThat(page.locator(".day-counts")).containsText("6 of 6 signed");
        close(page);
        assertThat(page.getByText(Pattern.compile("^Closed by .*"))).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Export")))
                .first()
                .click();
        assertThat(page.getByText("Mon 5 Mar – Sun 11 Mar 1979").first()).isVisible();
        button(page, Pattern.compile("^Export no\\. \\d+$")).click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Export").setExact(true))
                .click();
        assertThat(page.getByText(Pattern.compile("^Export no\\. \\d+ made, 6 days\\.")))
                .isVisible();
        var csv = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("per driver as CSV$")))
                .first()
                .click());
        assertThat(Files.readString(csv.path()))
                .contains("\"Friday, Otto\",1,8:15,0:00,8.25,0.00,,8.25")
                .contains("\"Friday, Rosa\",5,43:30,0:00,43.50,0.00,440");
    }

    private static void close(Page page) {
        button(page, "Close period").click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close period"))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
