package org.sessiondesk.ui.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;

@BrowserTest
class FileIntakeBrowserTest {

    private static final String HEAD = "Session,UserID,LogInTime,LogOutTime,EndMileage\n";

    @TempDir
    private Path folder;

    @Test
    void a_file_goes_from_its_columns_over_what_would_change_to_what_was_taken_in(Desk desk) throws IOException {
        Page page = opened(desk.signInAsNew(Role.SUPERVISOR));
        bring(page, HEAD + line() + line() + "=cmd|'/c calc'!A1,x,y,z,1\n" + line().replace(",7\n", ",seven\n"));

        // What can't be guessed is asked.
        assertThat(page.getByText("No column is the OnTime ID.")).isVisible();
        Axe.assertNoViolations(page);
        choose(page, "Column Session is", "OnTime ID (ID)");
        assertThat(page.getByText("3 dates do not say whether the day or the month comes first."))
                .isVisible();
        choose(page, "Dates are written", "Month first: 6/25/2026");
        assertThat(button(page, "Compare")).isDisabled();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Times are in"))
                .fill("America/Los_Angeles");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("America/Los_Angeles"))
                .click();
        button(page, "Compare").click();

        // Two new ones, two bad ones, shown as text.
        assertThat(page.getByText("Nothing is written yet.")).isVisible();
        assertThat(count(page, "New")).hasText("2");
        assertThat(count(page, "Bad")).hasText("2");
        Locator bad =
                page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("This is no whole number."));
        assertThat(bad).containsText(Pattern.compile("5.*EndMileage.*seven"));
        assertThat(page.getByText("=cmd|'/c calc'!A1")).isVisible();
        var download =
                page.waitForDownload(() -> page.getByText("Download bad rows").click());
        assertThat(Files.readString(download.path()))
                .startsWith("\uFEFFLine in the file,Wrong field,What is wrong,Session")
                .contains("'=cmd|'/c calc'!A1", "5,EndMileage,This is no whole number.");
        Axe.assertNoViolations(page);

        button(page, "Take in").click();
        assertThat(page.getByText("Taken in: 4 of 4 rows gone through.")).isVisible();
        assertThat(page.getByText("2 new, 0 changed, 0 the same, 2 bad").first())
                .isVisible();
        assertThat(page.getByText(Pattern.compile("Driver sessions, by supervisor-\\d+, .*, to the end"))
                        .first())
                .isVisible();

        // Whose it is: not OnTime's.
        page.navigate("/trail?kind=files");
        Locator filed = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("took in sessions from a file"))
                .first();
        assertThat(filed).containsText(Pattern.compile("supervisor-\\d+"));
        assertThat(filed).containsText("File: sessions.csv");
        filed.getByRole(AriaRole.LINK).first().click();
        assertThat(page.getByText(Pattern.compile("supervisor-\\d+ took in the session from a file")))
                .isVisible();
    }

    @Test
    void work_goes_on_while_one_looks_elsewhere_and_can_be_cancelled(Desk desk) throws IOException {
        Page page = opened(desk.signInAsNew(Role.SUPERVISOR));
        var file = new StringBuilder("ID,UserID,LogInTime\n");
        for (int n = 0; n < 60_000; n++) {
            file.append(UUID.randomUUID() + "," + UUID.randomUUID() + ",2026-06-02T14:15:00Z\n");
        }
        bring(page, file.toString());
        button(page, "Compare").click();
        assertThat(page.getByText(Pattern.compile("Comparing: [\\d,]+ of 60,000 rows")))
                .isVisible();

        page.navigate("/me");
        opened(page);
        assertThat(page.getByRole(AriaRole.PROGRESSBAR, new Page.GetByRoleOptions().setName("Progress of the file")))
                .isVisible();
        button(page, "Cancel").click();

        assertThat(page.getByText("Stopped. Nothing was compared to the end and nothing was written."))
                .isVisible();
        button(page, "Put away").click();
        assertThat(button(page, "Choose a file")).isVisible();
    }

    @Test
    void a_file_that_was_put_away_in_another_tab_is_said_to_be_gone(Desk desk) throws IOException {
        Page page = opened(desk.signInAsNew(Role.SUPERVISOR));
        bring(page, "ID,UserID,LogInTime\n" + UUID.randomUUID() + ",,\n");
        assertThat(button(page, "Compare")).isEnabled();
        Page other = opened(page.context().newPage());
        button(other, "Put away").click();
        assertThat(button(other, "Choose a file")).isVisible();

        button(page, "Compare").click();

        assertThat(page.getByText("This file isn't here any more")).isVisible();
        assertThat(button(page, "Choose a file")).isVisible();
    }

    @Test
    void a_file_made_for_people_is_guessed_to_be_sessions_and_names_in_the_place_of_IDs_are_told(Desk desk)
            throws IOException {
        Page page = opened(desk.signInAsNew(Role.SUPERVISOR));

        bring(page, """
                OnTime ID,Driver,Van,Clock In,Clock Out,Start odometer,Odometer end
                %s,"Ruiz, Marco",Van 14,2026-06-02T14:15:00Z,2026-06-02T22:00:00Z,100,180
                """.formatted(UUID.randomUUID()));

        assertThat(button(page, "Records are")).containsText("Driver sessions");
        assertThat(button(page, "Column Clock In is")).containsText("Log in (LogInTime)");
        assertThat(button(page, "Column Clock Out is")).containsText("Log out (LogOutTime)");
        assertThat(button(page, "Column Start odometer is")).containsText("Start mileage (StartMileage)");
        assertThat(button(page, "Column Odometer end is")).containsText("End mileage (EndMileage)");
        assertThat(button(page, "Column Driver is")).containsText("Left out");
        assertThat(page.getByText("Column Driver holds no OnTime ID, and drivers are not looked up by name."))
                .containsText("Ruiz, Marco");
        assertThat(page.getByText("Column Van holds no OnTime ID")).containsText("Van 14");
        Axe.assertNoViolations(page);
        button(page, "Compare").click();
        assertThat(page.getByText("A session that is not known yet must name its driver."))
                .isVisible();
    }

    @Test
    void a_file_that_is_none_is_refused_in_words(Desk desk) throws IOException {
        Page page = opened(desk.signInAsNew(Role.ADMINISTRATOR));

        bring(page, "PK\u0003\u0004 anything");

        assertThat(page.getByRole(AriaRole.ALERT).getByText("This is a packed file"))
                .isVisible();
        assertThat(button(page, "Choose a file")).isVisible();
    }

    @Test
    void everybody_can_use_it_in_the_dark_and_on_a_phone_and_who_corrects_nothing_is_offered_nothing(Desk desk)
            throws IOException {
        String file = HEAD + line() + "x,y\n";
        Page dark = opened(desk.signInInTheDark("anna@demo.test"));
        bring(dark, file);
        assertThat(button(dark, "Compare")).isVisible();
        Axe.assertNoViolations(dark);
        Page phone = opened(desk.signInOnPhone("omar@demo.test"));
        bring(phone, file);
        assertThat(button(phone, "Compare")).isVisible();
        Axe.assertNoViolations(phone);
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        for (Page page : List.of(dark, phone)) {
            button(page, "Put away").click();
            assertThat(button(page, "Choose a file")).isVisible();
        }

        Page auditor = opened(desk.signInAs("ines@demo.test"));
        assertThat(button(auditor, "Choose a file")).hasCount(0);
    }

    private static Page opened(Page page) {
        page.navigate("/intake");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Reading from OnTime")))
                .isVisible();
        return page;
    }

    private void bring(Page page, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.csv"), text);
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    private static void choose(Page page, String select, String item) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(select))
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(item))
                .click();
    }

    private static Locator count(Page page, String what) {
        return page.locator(".file-counts div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(what, new Page.GetByTextOptions().setExact(true))))
                .locator("dd");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static String line() {
        return UUID.randomUUID() + "," + UUID.randomUUID() + ",6/2/2026 7:15 AM,2026-06-02 17:05,7\n";
    }
}
