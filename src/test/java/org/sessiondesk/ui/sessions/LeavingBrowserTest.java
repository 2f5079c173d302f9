package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Desk;

/** What becomes of somebody's typing when they go elsewhere. */
class LeavingBrowserTest extends SessionsBench {

    private static final String ASKS = "Discard what you typed?";

    @Test
    void the_menu_asks_before_typing_is_lost(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, keys(read)).choose(0).type("End mileage", "52,401");
        String address = page.url();

        menu(page, "Vehicles").click();
        assertThat(dialog(page)).containsText(ASKS);
        sessions.dialogButton("Go on typing").click();
        assertThat(dialog(page)).hasCount(0);
        assertThat(sessions.text("End mileage")).hasValue("52,401");
        assertThat(page).hasURL(address);

        menu(page, "Vehicles").click();
        sessions.dialogButton("Discard").click();
        assertThat(page).hasURL(Pattern.compile("/vehicles"));
        page.goBack();
        assertThat(sessions.text("End mileage")).hasValue("52,398");
    }

    @Test
    void the_way_back_to_another_session_asks_before_typing_is_lost(Desk desk) {
        var first = finished();
        var second = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, keys(first)).choose(0);
        assertThat(page).hasURL(Pattern.compile("/sessions/[0-9a-f-]{36}"));
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Search"))
                .fill(last(second));
        assertThat(sessions.grid()).containsText(second.driver());
        sessions.row(0).click();
        assertThat(heading(sessions)).containsText(second.driver());
        sessions.type("End mileage", "52,402");
        assertThat(sessions.editor()).containsText("Save sends: End mileage 52,402");
        String address = page.url();

        page.goBack();
        assertThat(dialog(page)).containsText(ASKS);
        sessions.dialogButton("Go on typing").click();
        assertThat(dialog(page)).hasCount(0);
        assertThat(heading(sessions)).containsText(second.driver());
        assertThat(sessions.text("End mileage")).hasValue("52,402");
        assertThat(page).hasURL(address);

        page.goBack();
        sessions.dialogButton("Discard").click();
        assertThat(heading(sessions)).containsText(first.driver());
        assertThat(sessions.text("End mileage")).hasValue("52,398");
        assertThat(sessions.grid()).containsText(first.driver());
    }

    @Test
    void another_list_beside_the_same_session_takes_nothing_and_asks_nothing(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, keys(read)).choose(0).type("End mileage", "52,403");

        sessions.link("Problems").click();
        assertThat(page).hasURL(Pattern.compile("finding=any"));
        assertThat(sessions.text("End mileage")).hasValue("52,403");
        page.goBack();
        assertThat(page).not().hasURL(Pattern.compile("finding=any"));
        assertThat(sessions.text("End mileage")).hasValue("52,403");
        assertThat(dialog(page)).hasCount(0);
        assertThat(sessions.editor()).containsText("Save sends: End mileage 52,403 (was 52,398)");
    }

    @Test
    void a_session_half_added_is_asked_about_too(Desk desk) {
        finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "");
        sessions.button("Add session").click();
        sessions.type("Start mileage", "52,300");

        menu(page, "Overview").click();
        assertThat(dialog(page)).containsText(ASKS);
        page.keyboard().press("Escape");
        assertThat(sessions.text("Start mileage")).hasValue("52,300");
    }

    @Test
    void the_browser_asks_before_it_reloads_over_typing(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var asked = new CopyOnWriteArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        var sessions = SessionsPage.open(page, keys(read)).choose(0).type("End mileage", "52,404");
        assertThat(sessions.editor()).containsText("Save sends: End mileage 52,404");
        page.evaluate("setTimeout(() => location.reload())");
        assertThat(sessions.text("End mileage")).hasValue("52,404");
        page.waitForCondition(() -> asked.equals(List.of("beforeunload")));

        sessions.text("End mileage").press("Escape");
        sessions.dialogButton("Discard").click();
        assertThat(sessions.text("End mileage")).hasValue("52,398");
        page.reload();
        assertThat(sessions.text("End mileage")).hasValue("52,398");
        assertThat(asked).hasSize(1);
    }

    private static String keys(Read read) {
        return "q=" + last(read);
    }

    private static String last(Read read) {
        return read.driver().split(",")[0];
    }

    private static Locator heading(SessionsPage sessions) {
        return sessions.editor().getByRole(AriaRole.HEADING).first();
    }

    private static Locator menu(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.ALERTDIALOG);
    }
}
