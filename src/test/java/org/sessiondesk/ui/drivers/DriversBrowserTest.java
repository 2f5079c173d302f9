package org.sessiondesk.ui.drivers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class DriversBrowserTest {

    @Autowired
    private Roster roster;

    private final String family = "Novak" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void payroll_types_a_number_and_everybody_there_sees_it(Desk desk) {
        drivers("Ada", "Bo");
        Page pia = open(desk, Role.PAYROLL);
        Page ines = open(desk, Role.AUDITOR);
        assertThat(pia.getByText("2 drivers, 2 without a payroll number")).isVisible();

        number(pia, "Ada").fill("1042");
        number(pia, "Ada").press("Enter");

        assertThat(pia.getByText(family + ", Ada: payroll number 1042.")).isVisible();
        assertThat(ines.getByText("2 drivers, 1 without a payroll number")).isVisible();
        assertThat(ines.getByText("1042")).isVisible();
        assertThat(ines.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Payroll number of")))
                .hasCount(0);

        number(pia, "Bo").fill("@42");
        number(pia, "Bo").press("Enter");
        // The first of two after a moment: it is read out too.
        assertThat(pia.getByText("beginning with a letter or digit").first()).isVisible();
    }

    @Test
    void what_is_typed_stays_while_the_last_number_is_saved_and_drivers_come(Desk desk) {
        drivers("Ada", "Bo");
        Page pia = open(desk, Role.PAYROLL);
        number(pia, "Ada").fill("31042");
        number(pia, "Ada").press("Tab");
        assertThat(number(pia, "Bo")).isFocused();

        number(pia, "Bo").pressSequentially("320");
        assertThat(pia.getByText(family + ", Ada: payroll number 31042.")).isVisible();
        drivers("Cleo");
        assertThat(pia.getByText("3 drivers, 2 without a payroll number")).isVisible();
        number(pia, "Bo").pressSequentially("43");

        assertThat(number(pia, "Bo")).isFocused();
        assertThat(number(pia, "Bo")).hasValue("32043");
        number(pia, "Bo").press("Enter");
        assertThat(pia.getByText(family + ", Bo: payroll number 32043.")).isVisible();
        number(pia, "Bo").blur();
        assertThat(number(pia, "Cleo")).isVisible();
    }

    @Test
    void a_file_is_seen_before_it_is_taken_in(Desk desk) {
        drivers("Ada", "Bo");
        Page pia = open(desk, Role.PAYROLL);

        String csv = "Driver,Payroll number\n\"" + family + ", Ada\",11\nBo " + family + ",12\n\"Nobody, At\",13\n";
        pia.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("numbers.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(pia.getByText(Pattern.compile("numbers.csv: 2 numbers to set, 0 as they are, 1 line can't be used")))
                .isVisible();
        assertThat(pia.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Lines that can't be used:")))
                .containsText("Line 4: no driver is called \"Nobody, At\".");
        Axe.assertNoViolations(pia);
        pia.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take in 2 numbers"))
                .click();

        assertThat(pia.getByText("2 payroll numbers set.")).isVisible();
        assertThat(number(pia, "Bo")).hasValue("12");
        assertThat(pia.getByText("2 drivers, all with a payroll number")).isVisible();
    }

    @Test
    void everybody_can_use_it_in_both_themes(Desk desk) {
        drivers("Ada");
        Axe.assertNoViolations(open(desk, Role.PAYROLL));
        Page dark = desk.signInInTheDark("pia@demo.test");
        dark.navigate("/drivers?q=" + family);
        assertThat(number(dark, "Ada")).isVisible();
        Axe.assertNoViolations(dark);
    }

    @Test
    void a_supervisor_has_no_such_screen(Desk desk) {
        Page anna = desk.signInAsNew(Role.SUPERVISOR);
        anna.navigate("/drivers");
        assertThat(anna.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Drivers")))
                .hasCount(0);
    }

    private Page open(Desk desk, Role role) {
        Page page = desk.signInAsNew(role);
        page.navigate("/drivers?q=" + family);
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Drivers").setExact(true)))
                .isVisible();
        return page;
    }

    private Locator number(Page page, String first) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Payroll number of " + family + ", " + first));
    }

    private void drivers(String... firstNames) {
        for (String first : firstNames) {
            var id = UUID.randomUUID();
            roster.takeUsers(List.of(new OnTimeUser(id, first, family, "", true, "{\"ID\":\"" + id + "\"}")));
        }
    }
}
