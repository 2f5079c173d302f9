package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;

/** Problems for those who hear the screen, and go through it by keys. */
class HeardProblemsBrowserTest extends SessionsBench {

    @Test
    void what_is_wrong_with_a_field_is_heard_with_its_input(Desk desk) {
        var sessions = open(desk, slipped());
        assertThat(sessions.text("End mileage")).hasAccessibleDescription("Digit slip");
        assertThat(sessions.text("Start mileage")).hasAccessibleDescription("");
        assertThat(head(sessions, "End mileage")).hasText("▲ End mileage Digit slip");
        assertThat(head(sessions, "End mileage").getByRole(AriaRole.IMG)).hasAccessibleName("Error");

        sessions.type("End mileage", "nonsense");
        assertThat(sessions.text("End mileage"))
                .hasAccessibleDescription(Pattern.compile("Digit slip.* A whole number from 0 to 1,999,999\\."));
    }

    @Test
    void a_warning_has_a_sign_of_its_own(Desk desk) {
        var sessions = open(desk, aWeek(51_678, 51_678 + 420));
        assertThat(sessions.text("End mileage")).hasAccessibleDescription("Unusually far");
        assertThat(head(sessions, "End mileage")).containsText("△ End mileage");
        assertThat(head(sessions, "End mileage").getByRole(AriaRole.IMG)).hasAccessibleName("Warning");
        Axe.assertNoViolations(sessions.page());
    }

    @Test
    void the_box_is_read_out_when_it_comes_and_when_its_problem_goes(Desk desk) {
        var sessions = open(desk, slipped());
        assertThat(voice(sessions))
                .hasText(Pattern.compile("End mileage 57,189 doesn't fit the readings around it.*"
                        + " Probably meant: 57,189 → 51,789: digits 2 and 3 swapped; .*; quite sure\\."));
        sessions.page().keyboard().press("Alt+Enter");
        assertThat(sessions.text("End mileage")).hasValue("51,789");
        sessions.page().keyboard().press("Control+s");
        assertThat(voice(sessions)).hasText("No problem is left here.");
    }

    @Test
    void how_sure_a_suggestion_is_stands_beside_it(Desk desk) {
        var sessions = open(desk, slipped());
        assertThat(box(sessions)).containsText(" precedes 51,791 · quite sure");
    }

    @Test
    void after_each_act_the_focus_stands_in_the_box(Desk desk) {
        var sessions = open(desk, slipped());
        button(sessions, "Put aside").press("Enter");
        sessions.dialogButton("Put aside").press("Enter");
        assertThat(box(sessions)).containsText("Put aside until");
        assertThat(box(sessions)).isFocused();

        button(sessions, "Take back").press("Enter");
        assertThat(button(sessions, "Put aside")).isVisible();
        assertThat(box(sessions)).isFocused();

        button(sessions, "Dismiss").press("Enter");
        sessions.dialogText("Reason").fill("The van was towed");
        sessions.dialogButton("Dismiss").press("Enter");
        assertThat(button(sessions, "Bring back")).isVisible();
        assertThat(sessions.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(box(sessions)).isFocused();

        button(sessions, "Bring back").press("Enter");
        assertThat(button(sessions, "Dismiss")).isVisible();
        assertThat(box(sessions)).isFocused();

        button(sessions, "Reading not known").press("Enter");
        assertThat(button(sessions, "It is known")).isVisible();
        assertThat(box(sessions)).isFocused();
    }

    @Test
    void a_used_suggestion_has_the_focus_in_its_field(Desk desk) {
        var sessions = open(desk, slipped());
        button(sessions, "Use suggestion").press("Enter");
        assertThat(sessions.text("End mileage")).isFocused();
    }

    @Test
    void of_a_problem_that_is_gone_the_focus_goes_to_the_work(Desk desk) {
        var sessions = open(desk, aWeek(51_678, 12));
        box(sessions)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^New odometer")))
                .first()
                .press("Enter");
        sessions.dialogButton("New odometer").press("Enter");
        assertThat(box(sessions)).isHidden();
        assertThat(sessions.text("End mileage")).isFocused();
        assertThat(sessions.saying("That was settled meanwhile.")).isHidden();
    }

    @Test
    void what_somebody_else_settles_takes_no_focus_away(Desk desk) {
        var read = slipped();
        var anna = open(desk, read);
        button(anna, "Dismiss").focus();
        var omar = open(desk, read, "omar@demo.test");
        button(omar, "Put aside").click();
        omar.dialogButton("Put aside").click();

        assertThat(box(anna)).containsText("Put aside until");
        assertThat(box(anna)).isFocused();
        anna.text("Start mileage").focus();
        button(omar, "Take back").click();
        assertThat(button(anna, "Put aside")).isVisible();
        assertThat(anna.text("Start mileage")).isFocused();
    }

    private static SessionsPage open(Desk desk, Read read) {
        return open(desk, read, "anna@demo.test");
    }

    private static SessionsPage open(Desk desk, Read read, String email) {
        var sessions = SessionsPage.open(
                desk.signInAs(email), "finding=any&q=" + read.driver().split(",")[0]);
        assertThat(sessions.grid()).containsText(read.driver());
        sessions.choose(0);
        assertThat(box(sessions)).isVisible();
        return sessions;
    }

    private static Locator head(SessionsPage sessions, String field) {
        return sessions.editor().getByRole(AriaRole.ROWHEADER).filter(new Locator.FilterOptions().setHasText(field));
    }

    private static Locator voice(SessionsPage sessions) {
        return sessions.editor().locator(".problem-frame").getByRole(AriaRole.STATUS);
    }

    private static Locator box(SessionsPage sessions) {
        return sessions.editor()
                .getByRole(
                        AriaRole.REGION,
                        new Locator.GetByRoleOptions().setName("Problem").setExact(true));
    }

    private static Locator button(SessionsPage sessions, String name) {
        return box(sessions)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
