package org.sessiondesk.ui.payout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.payout.SignedDays;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/** The clerk's Friday, from what is signed to the files. */
@BrowserTest
class ExportsBrowserTest {

    /** Of weeks in which no other class of the same portal has a session. */
    private static final LocalDate MONDAY = LocalDate.parse("2026-04-06");

    private final SignedDays days;

    ExportsBrowserTest(@Autowired TestDatabase database) {
        this.days = new SignedDays(database);
    }

    @BeforeEach
    void nothingYet() {
        days.none();
    }

    @Test
    void payroll_exports_a_period_takes_its_files_and_exports_what_changed_later(Desk desk) throws IOException {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        days.sign(ruiz, MONDAY.plusDays(1), Duration.ofMinutes(465), null);
        Page pia = open(desk.signInAsNew(Role.PAYROLL));
        assertThat(pia.getByText("2 days of this period and no late difference, of 1 driver."))
                .isVisible();
        assertThat(pia.getByText("1 driver has no payroll number")).isVisible();
        var notes = pia.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Before you export"));
        assertThat(notes.getByRole(AriaRole.LINK)).hasCount(2);
        button(pia, "Export no. 1").click();
        var asked = pia.getByRole(AriaRole.ALERTDIALOG);
        assertThat(asked).containsText("1 driver has no payroll number.");
        assertThat(asked).containsText("This period is not closed");
        asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();

        export(pia, 1);
        assertThat(pia.getByText("Export no. 1 made, 2 days. Take its files below."))
                .isVisible();
        assertThat(pia.getByText("Nothing to pay since no. 1.")).isVisible();
        assertThat(button(pia, "Export no. 2")).isDisabled();
        assertThat(notes.getByRole(AriaRole.LINK)).hasCount(0);

        assertThat(Files.readString(taken(pia, "Export no. 1 per driver as CSV")))
                .contains(",\"Ruiz, Marco\",2,15:45,0:00,15.75,0.00,88,");
        try (var pdf = Loader.loadPDF(taken(pia, "Export no. 1 per day as PDF").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Export no. 1", "not recorded", "Page 1 of 1");
        }
        assertThat(Files.size(taken(pia, "Export no. 1 per day as XLSX"))).isPositive();

        days.sign(ruiz, MONDAY.plusDays(8), Duration.ofMinutes(450), 90L);
        pia.navigate("/exports?day=" + MONDAY.plusDays(14));
        pia.getByText("Signed and never exported: Mon 13 Apr – Sun 19 Apr 2026, 1 day")
                .click();
        assertThat(pia).hasURL(Pattern.compile("day=2026-04-13"));
        assertThat(button(pia, "Export no. 2")).isEnabled();
        open(pia);

        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(450), 90L);
        pia.reload();
        var late = pia.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Late differences since no. 1"));
        assertThat(late).containsText("Not paid as it is signed");
        assertThat(late).containsText("no. 1: 8.00 h, 88 mi");
        assertThat(late).containsText("7.50 h, 90 mi");
        export(pia, 2);
        assertThat(Files.readString(taken(pia, "Export no. 2 per day as CSV"))).contains(",-0.50,0.00,2,7.50,");
    }

    @Test
    void an_auditor_takes_files_and_reports_and_makes_none(Desk desk) throws IOException {
        days.sign(days.driver("Ruiz, Marco"), MONDAY, Duration.ofMinutes(480), 88L);
        export(open(desk.signInAsNew(Role.PAYROLL)), 1);
        Page ines = open(desk.signInAsNew(Role.AUDITOR));

        assertThat(button(ines, "Export no. 2")).hasCount(0);
        assertThat(Files.readString(taken(ines, "Export no. 1 per driver as CSV")))
                .contains("Ruiz, Marco");
        assertThat(Files.readString(taken(ines, "Corrections with reasons as CSV")))
                .startsWith("\uFEFFCorrected,By,");
        assertThat(Files.size(taken(ines, "Late differences as PDF"))).isPositive();
    }

    @Test
    void periods_are_walked_and_the_address_keeps_the_one_shown(Desk desk) {
        Page pia = open(desk.signInAsNew(Role.PAYROLL));
        button(pia, "Later pay period").click();
        assertThat(pia).hasURL(Pattern.compile("day=2026-04-13"));
        assertThat(pia.getByText("Mon 13 Apr – Sun 19 Apr 2026").first()).isVisible();
        button(pia, "Earlier pay period").click();
        assertThat(pia.getByText("Mon 6 Apr – Sun 12 Apr 2026").first()).isVisible();
    }

    @Test
    void everybody_can_use_it_in_both_themes_and_it_fits_a_phone(Desk desk) {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        Page pia = open(desk.signInAs("pia@demo.test"));
        export(pia, 1);
        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(450), 90L);
        pia.reload();
        assertThat(pia.getByText("Not paid as it is signed")).isVisible();
        Axe.assertNoViolations(pia);
        picture(pia, "exports-1440-light");
        Page dark = open(desk.signInInTheDark("pia@demo.test"));
        Axe.assertNoViolations(dark);
        picture(dark, "exports-1440-dark");
        Page phone = open(desk.signInOnPhone("pia@demo.test"));
        assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(390);
        picture(phone, "exports-390-light");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    private static Page open(Page page) {
        page.navigate("/exports?day=2026-04-08");
        assertThat(page.getByText("Mon 6 Apr – Sun 12 Apr 2026").first()).isVisible();
        return page;
    }

    private static void export(Page page, long number) {
        button(page, "Export no. " + number).click();
        var dialog = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("They count as paid from then on");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Export").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Exports"))
                        .getByText("Export no. " + number))
                .isVisible();
    }

    private static Path taken(Page page, String name) {
        return page.waitForDownload(() -> page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(name).setExact(true))
                        .click())
                .path();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
