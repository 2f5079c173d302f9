package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Desk;

/** From problem to problem of a list, by keys. */
class ProblemWalkBrowserTest extends SessionsBench {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** More than the other tests here leave behind. */
    private static final int MOST_PROBLEMS = 60;

    @Test
    void a_digit_slip_costs_three_keys_and_goes_on_with_the_next_problem(Desk desk) {
        var twins = twins();
        var read = twins.first();
        var sessions = open(desk, "anna@demo.test", twins);
        walkTo(sessions, read.driver());
        sessions.page().keyboard().press("Shift+F8");
        assertThat(sessions.heading()).not().containsText(read.driver());

        sessions.page().keyboard().press("F8");
        assertThat(sessions.heading()).containsText(read.driver());
        assertThat(sessions.text("End mileage")).isFocused();
        assertThat(sessions.text("End mileage")).hasValue("57,189");

        sessions.page().keyboard().press("Alt+Enter");
        assertThat(sessions.text("End mileage")).hasValue("51,789");
        assertThat(sessions.radio("Reading mistyped")).isChecked();
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();
        sessions.page().keyboard().press("Control+Enter");

        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(sessions.heading()).not().containsText(read.driver());
        assertThat(sessions.editor()).containsText("problem 1 of 1");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ONTIME.session(read.ontimeId())
                                .path("EndMileage")
                                .asInt())
                        .isEqualTo(51_789));
        assertThat(sessions.grid()).containsText("✓ Fixed");
        assertThat(sessions.page().locator(".sessions-foot")).containsText("1 of 2 done");
    }

    @Test
    void what_was_saved_is_taken_back_by_a_key_once_the_next_problem_is_open(Desk desk) {
        var twins = twins();
        var read = twins.first();
        var sessions = open(desk, "anna@demo.test", twins);
        walkTo(sessions, read.driver());
        sessions.page().keyboard().press("Alt+Enter");
        assertThat(sessions.text("End mileage")).hasValue("51,789");
        sessions.page().keyboard().press("Control+Enter");
        assertThat(sessions.heading()).not().containsText(read.driver());
        assertThat(sessions.button("Undo")).isVisible();

        sessions.page().keyboard().press("F9");
        assertThat(sessions.saying("Taken back.")).isVisible();
        assertThat(sessions.grid()).not().containsText("✓ Fixed");
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();
    }

    @Test
    void a_fixed_row_is_let_go_when_the_view_is_asked_for_again(Desk desk) {
        var read = slipped();
        slipped();
        var page = desk.signInAs("anna@demo.test");
        page.setViewportSize(1440, 3_000);
        var sessions = SessionsPage.open(page, "finding=any");
        walkTo(sessions, read.driver());
        page.keyboard().press("Alt+Enter");
        assertThat(sessions.text("End mileage")).hasValue("51,789");
        page.keyboard().press("Control+S");
        assertThat(sessions.grid()).containsText("✓ Fixed");
        assertThat(page.locator(".sessions-foot")).containsText(Pattern.compile("1 of \\d+ done"));

        sessions.link("Problems").click();
        assertThat(sessions.grid()).not().containsText("✓ Fixed");
        assertThat(sessions.grid()).not().containsText(read.driver());
        assertThat(page.locator(".sessions-foot")).containsText("0 of ");
    }

    @Test
    void the_next_problem_is_none_that_somebody_else_has_open(Desk desk) {
        var twins = twins();
        var anna = open(desk, "anna@demo.test", twins);
        var omar = SessionsPage.open(
                        desk.signInAs("omar@demo.test"),
                        keys(twins.first().driver().split(",")[0]))
                .choose(0);
        omar.text("End mileage").focus();
        assertThat(anna.grid()).containsText("Omar is editing");

        anna.page().keyboard().press("F8");
        assertThat(anna.heading()).containsText(twins.second().driver());
        anna.page().keyboard().press("F8");
        assertThat(anna.saying("No other problem waits in this list.")).isVisible();
        assertThat(anna.heading()).containsText(twins.second().driver());
    }

    @Test
    void the_walk_keeps_to_the_list_and_counts_what_is_in_it(Desk desk) {
        slipped();
        var twins = twins();
        var sessions = open(desk, "anna@demo.test", twins);
        String first = step(sessions, "");
        assertThat(sessions.editor()).containsText("problem 1 of 2");
        String second = step(sessions, first);
        assertThat(sessions.editor()).containsText("problem 2 of 2");
        assertThat(step(sessions, second)).isEqualTo(first);

        sessions.link("Problems").click();
        assertThat(sessions.page()).not().hasURL(Pattern.compile("q="));
        assertThat(sessions.heading()).hasText(first);
        assertThat(sessions.editor()).containsText(Pattern.compile("problem \\d+ of ([3-9]|\\d\\d+)"));
        assertThat(step(sessions, first)).isNotEqualTo(first);
    }

    @Test
    void escape_gives_the_focus_to_the_row_of_the_open_session(Desk desk) {
        var twins = twins();
        var sessions = SessionsPage.open(desk.signInAs("anna@demo.test"), keys(twins.name()) + "&sort=driver");
        assertThat(sessions.grid()).containsText(twins.first().driver());
        assertThat(sessions.grid()).containsText(twins.second().driver());
        step(sessions, "");
        boolean atFirst =
                sessions.heading().textContent().contains(twins.first().driver());
        assertThat(sessions.text("End mileage")).isFocused();

        sessions.page().keyboard().press("Escape");
        sessions.focusedRow(atFirst ? 0 : 1);
        assertThat(sessions.heading()).containsText((atFirst ? twins.first() : twins.second()).driver());

        sessions.page().keyboard().press(atFirst ? "ArrowDown" : "ArrowUp");
        assertThat(sessions.heading()).containsText((atFirst ? twins.second() : twins.first()).driver());
        sessions.text("End mileage").fill("51,000");
        sessions.button("Cancel").click();
        sessions.dialogButton("Discard").click();
        sessions.focusedRow(atFirst ? 1 : 0);
    }

    @Test
    void back_in_the_list_of_a_phone_the_row_has_the_focus_and_enter_opens_it_again(Desk desk) {
        var read = slipped();
        var sessions = SessionsPage.open(
                        desk.signInOnPhone("anna@demo.test"), keys(read.driver().split(",")[0]))
                .choose(0);
        sessions.button("Back to the list").click();
        sessions.focusedRow(0);
        sessions.page().keyboard().press("?");
        assertThat(sessions.dialogButton("Close")).isFocused();
        sessions.page().keyboard().press("Enter");
        assertThat(sessions.dialogButton("Close")).isHidden();
        assertThat(sessions.editor()).isHidden();

        sessions.focusedRow(0);
        sessions.page().keyboard().press("Enter");
        assertThat(sessions.text("End mileage")).isFocused();
    }

    @Test
    void keys_of_one_sign_are_heard_in_the_list_unless_somebody_switched_them_off(Desk desk) {
        var read = slipped();
        String query = keys(read.driver().split(",")[0]);
        Page page = desk.signInAsNew(Role.SUPERVISOR);
        page.navigate("/me");
        var heard = page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("In a list, / searches and ? shows all keys"));
        heard.uncheck();
        assertThat(page.getByText("In a list, / and ? do nothing from now on.")).isVisible();

        var sessions = SessionsPage.open(page, query).choose(0);
        sessions.row(0).click();
        page.keyboard().press("?");
        page.keyboard().press("/");
        sessions.focusedRow(0);
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();

        page.navigate("/me");
        assertThat(heard).not().isChecked();
        heard.check();
        assertThat(page.getByText("In a list, / searches and ? shows all keys from now on."))
                .isVisible();
        SessionsPage.open(page, query).choose(0);
        sessions.row(0).click();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Keys");
    }

    @Test
    void problems_are_narrowed_by_rule_severity_driver_and_vehicle_and_back_widens_again(Desk desk) {
        var twins = twins();
        var sessions = open(desk, "anna@demo.test", twins);
        var page = sessions.page();
        var problem = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Problem or mark"));
        for (String[] kind : new String[][] {{"▲ Errors", "error"}, {"Digit slip", "digit-slip"}}) {
            problem.click();
            page.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(kind[0]).setExact(true))
                    .click();
            assertThat(page).hasURL(Pattern.compile("finding=" + kind[1]));
            assertThat(sessions.grid()).containsText(twins.second().driver());
        }
        pick(page, "Filter by driver", twins.first().driver());
        assertThat(page).hasURL(Pattern.compile("driver=[0-9a-f-]{36}"));
        assertThat(sessions.grid()).not().containsText(twins.second().driver());
        String van = sessions.grid()
                .locator(
                        "vaadin-grid-cell-content",
                        new Locator.LocatorOptions().setHasText(Pattern.compile("^Van \\d+$")))
                .first()
                .textContent()
                .strip();
        pick(page, "Filter by vehicle", van);
        assertThat(page).hasURL(Pattern.compile("vehicle=[0-9a-f-]{36}"));
        assertThat(sessions.grid()).containsText(twins.first().driver());

        page.goBack();
        assertThat(page).not().hasURL(Pattern.compile("vehicle="));
        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Filter by vehicle")))
                .hasValue("");
        page.goBack();
        assertThat(page).not().hasURL(Pattern.compile("driver="));
        assertThat(sessions.grid()).containsText(twins.second().driver());
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("finding=error"));
    }

    private static void pick(Page page, String filter, String name) {
        var box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(filter));
        box.fill(name);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static SessionsPage open(Desk desk, String email, Twins twins) {
        var sessions = SessionsPage.open(desk.signInAs(email), keys(twins.name()));
        assertThat(sessions.grid()).containsText(twins.first().driver());
        assertThat(sessions.grid()).containsText(twins.second().driver());
        return sessions;
    }

    private static String keys(String name) {
        return "finding=any&q=" + name;
    }

    private static void walkTo(SessionsPage sessions, String driver) {
        String at = "";
        for (int i = 0; i < MOST_PROBLEMS && !at.contains(driver); i++) {
            at = step(sessions, at);
        }
        assertThat(at).contains(driver);
    }

    private static String step(SessionsPage sessions, String from) {
        sessions.page().keyboard().press("F8");
        if (!from.isEmpty()) {
            assertThat(sessions.heading()).not().hasText(from);
        }
        assertThat(sessions.heading()).isVisible();
        return sessions.heading().textContent();
    }
}
