package org.sessiondesk.ui.payout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.payout.SignedDays;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands on the screen before an export: what others made meanwhile, and who has another payroll number. */
class NextExportBrowserTest extends FleetScreens {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

    private final SignedDays days;
    private UUID ruiz = new UUID(0, 0);

    NextExportBrowserTest(@Autowired TestDatabase database) {
        this.days = new SignedDays(database);
    }

    @BeforeEach
    void aSignedMonday() {
        days.none();
        ruiz = days.driver("Ruiz, Marco");
        days.numbered(ruiz, "1042");
        days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
    }

    @Test
    void what_somebody_else_exports_comes_to_who_looks_and_takes_no_focus(Desk desk) {
        Page pia = open(desk.signInAsNew(Role.PAYROLL));
        Page ines = open(desk.signInAsNew(Role.AUDITOR));
        Page other = open(desk.signInAsNew(Role.PAYROLL));
        export(other, 1);
        var file = ines.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions()
                        .setName("Export no. 1 per day as CSV")
                        .setExact(true));
        file.focus();
        assertThat(button(pia, "Export no. 2")).isDisabled();
        assertThat(pia.getByText("Nothing to pay since no. 1.")).isVisible();

        days.sign(ruiz, MONDAY.plusDays(1), Duration.ofMinutes(480), 88L);
        open(other);
        export(other, 2);

        assertThat(exports(ines).getByRole(AriaRole.LISTITEM))
                .hasText(new Pattern[] {Pattern.compile("^Export no\\. 2"), Pattern.compile("^Export no\\. 1")});
        assertThat(file).isFocused();
        assertThat(button(pia, "Export no. 3")).isDisabled();
        assertThat(exports(pia).getByRole(AriaRole.LISTITEM)).hasCount(2);
    }

    @Test
    void another_payroll_number_than_the_one_paid_under_is_said_before_exporting(Desk desk) {
        Page pia = open(desk.signInAsNew(Role.PAYROLL));
        export(pia, 1);
        days.numbered(ruiz, "1043");
        days.sign(ruiz, MONDAY.plusDays(1), Duration.ofMinutes(480), 88L);
        open(pia);

        String said = "Ruiz, Marco was paid under 1042 in export no. 1, now 1043";
        assertThat(pia.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Before you export"))
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(said)))
                .hasAttribute("href", "drivers");
        assertThat(pia.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Late differences since no. 1"))
                        .getByRole(AriaRole.CELL))
                .hasText(new String[] {
                    "Ruiz, Marco", "Mon 1 Jun 2026", "Paid under another payroll number", "no. 1: 1042", "1043"
                });
        holdsAtEveryWidthInBothSchemes(pia, "exports-renumbered");
        button(pia, "Export no. 2").click();
        assertThat(pia.getByRole(AriaRole.ALERTDIALOG)).containsText(said + ".");
    }

    private static Page open(Page page) {
        page.navigate("/exports?day=2026-06-03");
        assertThat(page.getByText("Mon 1 Jun – Sun 7 Jun 2026").first()).isVisible();
        return page;
    }

    private static void export(Page page, long number) {
        button(page, "Export no. " + number).click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Export").setExact(true))
                .click();
        assertThat(exports(page).getByText("Export no. " + number)).isVisible();
    }

    private static Locator exports(Page page) {
        return page.getByRole(
                AriaRole.LIST, new Page.GetByRoleOptions().setName("Exports").setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
