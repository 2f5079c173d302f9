package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The dialogs about a session as a whole, its marks and its paper: free of violations at every width in both schemes. */
class WholeSessionLooksBrowserTest extends FleetScreens {

    private final LocalDate day = SomeDays.unusedMonday().plusDays(1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SessionCorrections corrections;

    private UUID driver;
    private UUID first;

    @BeforeEach
    void aDay() {
        var days = new SomeDays(jdbc, lines::read);
        driver = days.driver("Twin, Tina");
        var van = days.vehicle();
        first = days.read(driver, day, "07:00", "12:00", 40, van);
        var twin = days.read(driver, day, "08:00", "13:00", 20, van);
        var gone = days.read(driver, day, "14:00", "17:00", 20, van);
        days.read(days.driver("Only, Olaf"), day, "07:00", "17:00", 20, days.vehicle());
        FindingDesk.signIn(Role.SUPERVISOR);
        corrections.apply(
                List.of(new SessionCommand.LeaveOut(twin, lines.session(twin).version(), Reason.DUPLICATE, null)));
        SecurityContextHolder.clearContext();
        var ontimeId = lines.session(gone).ontimeId();
        if (ontimeId != null) {
            lines.vanish(ontimeId);
        }
        lines.settle();
    }

    @Test
    void the_day_with_what_does_not_count(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/shift-audit?day=" + day);
        var row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^Twin, Tina")));

        assertThat(row).containsText("5 h 0 min");
        assertThat(row).containsText("1 left out · 1 vanished, not counted");
        assertThat(row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("left out of totals")))
                .hasCount(1);
        assertThat(row.getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName("vanished from OnTime, doesn't count")))
                .hasCount(1);
        holdsAtEveryWidthInBothSchemes(page, "day-check-uncounted");
    }

    @Test
    void the_list_with_its_marks(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/sessions?from=%1$s&to=%1$s&driver=%2$s".formatted(day, driver));
        assertThat(page.getByText(
                        Pattern.compile("3 sessions · 5 h 0 min · 40 mi · 1 left out · 1 vanished, not counted")))
                .isVisible();
        holdsAtEveryWidthInBothSchemes(page, "sessions-uncounted");
    }

    @Test
    void the_dialogs(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/sessions/" + first);
        more(page, "Split session…");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Changed at"))
                .fill(day + " 09:30");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Split session"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Choose the vehicle that they changed into.");
        holdsAtEveryWidthInBothSchemes(page, "split-dialog");
        page.keyboard().press("Escape");
        page.setViewportSize(1440, 900);
        more(page, "Leave out of totals…");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Delete it there by hand.");
        holdsAtEveryWidthInBothSchemes(page, "leave-out-dialog");
    }

    @Test
    void the_paper_and_the_figures(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/sessions/" + first + "/history");
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(2);
        holdsAtEveryWidthInBothSchemes(page, "session-history");
        page.setViewportSize(1440, 900);
        page.navigate("/trail?from=%1$s&to=%1$s".formatted(day));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^1 of 4 sessions corrected")))
                .click();
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(2);
        holdsAtEveryWidthInBothSchemes(page, "trail-figures");
    }

    private static void more(Page page, String act) {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("More acts"))
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(act).setExact(true))
                .click();
    }
}
