package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.sessions.edit.TimeText;

/** What is done to a session as a whole, from the menu ⋯, as people do it. */
class WholeSessionBrowserTest extends SessionsBench {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TimeText TIMES = new TimeText(ZoneId.of("America/Los_Angeles"));

    @Test
    void a_test_log_in_is_left_out_of_totals_and_counted_again(Desk desk) {
        var read = finished();
        var sessions = open(desk, read);
        more(sessions, "Leave out of totals…");
        var dialog = sessions.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Delete it there by hand.");
        sessions.dialogButton("Leave out of totals").click();
        assertThat(dialog).containsText("Choose a reason.");
        Axe.assertNoViolations(sessions.page());
        dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Test log-in"))
                .check();
        sessions.page().keyboard().press("Enter");

        assertThat(sessions.saying("left out of totals. Delete the session in OnTime by hand."))
                .isVisible();
        assertThat(sessions.editor()).containsText("OnTime still has it: delete it there by hand");
        assertThat(sessions.editor()).containsText(Pattern.compile("left it out of totals\\s*Test log-in"));
        assertThat(sessions.page().getByText(Pattern.compile("^1 session · 0 min · 0 mi · 1 left out")))
                .isVisible();
        assertThat(sessions.grid()).containsText("⊖");
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();

        sessions.button("Undo").click();
        assertThat(sessions.saying("counts again.")).isVisible();
        assertThat(sessions.page().getByText(Pattern.compile("^1 session · 8 h 0 min · 88 mi")))
                .isVisible();
    }

    @Test
    void what_is_left_out_is_found_by_its_mark_and_counted_again_from_the_menu(Desk desk) {
        var read = finished();
        var sessions = open(desk, read);
        more(sessions, "Leave out of totals…");
        sessions.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Other"))
                .check();
        sessions.dialogButton("Leave out of totals").click();
        assertThat(sessions.page().getByRole(AriaRole.DIALOG)).containsText("Say in a note what happened.");
        sessions.dialogText("Note").fill("Tried the app out");
        sessions.dialogButton("Leave out of totals").click();
        assertThat(sessions.saying("left out of totals. Delete")).isVisible();

        var marked = SessionsPage.open(
                        sessions.page(), "mark=left-out&q=" + read.driver().split(",")[0])
                .choose(0);
        assertThat(marked.editor()).containsText("Tried the app out");
        more(marked, "Count again");
        assertThat(marked.saying("counts again.")).isVisible();
    }

    @Test
    void a_driver_who_changed_vans_gets_two_sessions_by_one_act(Desk desk) {
        var read = finished();
        var other = finished();
        String van = vanOf(desk, other);
        var sessions = open(desk, read);
        more(sessions, "Split session…");
        var page = sessions.page();
        var dialog = page.getByRole(AriaRole.DIALOG);
        sessions.dialogButton("Split session").click();
        assertThat(dialog).containsText("Choose the vehicle that they changed into.");
        assertThat(dialogText(dialog, "Changed at")).isFocused();
        Axe.assertNoViolations(page);
        dialogText(dialog, "Changed at").fill(TIMES.text(LOG_IN.plus(Duration.ofHours(9))));
        dialogText(dialog, "Changed at").blur();
        sessions.dialogButton("Split session").click();
        assertThat(dialog).containsText("It has to be after the log-in and before the log-out.");
        dialogText(dialog, "Changed at").fill(TIMES.text(LOG_IN.plus(Duration.ofHours(3))));
        dialogText(dialog, "End mileage of").fill("52351");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Second vehicle"))
                .fill(van);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(van))
                .first()
                .click();
        dialogText(dialog, "Its start mileage").fill("8100");
        dialogText(dialog, "Its end mileage").fill("8147");
        dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Forgot log-out"))
                .check();
        assertThat(dialog).containsText(Pattern.compile("Corrects: Van \\d+, .* 52,310 to 52,351"));
        assertThat(dialog).containsText(Pattern.compile("Adds: " + van + ", .* 8,100 to 8,147"));
        dialogText(dialog, "Its end mileage").press("Enter");

        assertThat(sessions.saying("split in two.")).isVisible();
        var into = sessions.editor()
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Split into " + van)));
        into.click();
        assertThat(sessions.editor()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName(Pattern.compile("^Split from Van"))))
                .isVisible();
        assertThat(sessions.text("Start mileage")).hasValue("8,100");
        assertThat(sessions.text("Log out")).hasValue(TIMES.text(LOG_IN.plus(Duration.ofHours(8))));
        await().atMost(SOON).untilAsserted(() -> {
            var record = ONTIME.session(read.ontimeId());
            assertThat(record.path("EndMileage").asInt()).isEqualTo(52_351);
        });
        assertThat(sessions.page().getByText(Pattern.compile("^2 sessions · 8 h 0 min · 88 mi")))
                .isVisible();
    }

    @Test
    void a_split_is_taken_back_whole(Desk desk) {
        var read = forgotten();
        var other = finished();
        String van = vanOf(desk, other);
        var sessions = open(desk, read);
        more(sessions, "Split session…");
        var dialog = sessions.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("is still logged in");
        dialogText(dialog, "Changed at").fill(TIMES.text(LOG_IN.plus(Duration.ofHours(3))));
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Second vehicle"))
                .fill(van);
        sessions.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(van))
                .first()
                .click();
        dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("App failed"))
                .check();
        sessions.dialogButton("Split session").click();
        assertThat(sessions.saying("split in two.")).isVisible();
        assertThat(sessions.text("Log out")).hasValue("");
        assertThat(sessions.combobox("Vehicle")).hasValue(van);

        sessions.button("Undo").click();

        assertThat(sessions.saying("Both parts taken back.")).isVisible();
        assertThat(sessions.text("Log in")).hasValue(TIMES.text(LOG_IN));
        assertThat(sessions.page().getByText(Pattern.compile("^1 session "))).isVisible();
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();
    }

    @Test
    void who_corrects_nothing_has_no_such_menu(Desk desk) {
        var read = finished();
        var page = desk.signInAsNew(Role.PAYROLL);
        var sessions =
                SessionsPage.open(page, "q=" + read.driver().split(",")[0]).choose(0);

        assertThat(sessions.editor()).containsText("History");
        assertThat(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("More acts")))
                .hasCount(0);
    }

    private static SessionsPage open(Desk desk, Read read) {
        return SessionsPage.open(
                        desk.signInAs("anna@demo.test"), "q=" + read.driver().split(",")[0])
                .choose(0);
    }

    private static String vanOf(Desk desk, Read read) {
        var sessions = open(desk, read);
        assertThat(sessions.combobox("Vehicle")).hasValue(Pattern.compile("^Van \\d+$"));
        String van = sessions.combobox("Vehicle").inputValue();
        sessions.page().close();
        return van;
    }

    private static void more(SessionsPage sessions, String act) {
        sessions.editor()
                .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName("More acts"))
                .click();
        sessions.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(act).setExact(true))
                .click();
    }

    private static Locator dialogText(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name));
    }
}
