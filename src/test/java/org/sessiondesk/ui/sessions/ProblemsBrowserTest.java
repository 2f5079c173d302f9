package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;

/** A problem in its box, as people settle it. */
class ProblemsBrowserTest extends SessionsBench {

    @Test
    void a_reason_is_chosen_by_its_number(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);
        sessions.text("End mileage").fill("51,789");
        sessions.page().keyboard().press("Alt+7");
        assertThat(sessions.radio("Duplicate")).isChecked();
        sessions.page().keyboard().press("Alt+3");
        assertThat(sessions.radio("Reading mistyped")).isChecked();
        assertThat(sessions.text("End mileage")).hasValue("51,789");
    }

    @Test
    void the_box_says_what_is_wrong_and_why_another_reading_was_meant(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);

        assertThat(sessions.box()).containsText("End mileage 57,189 doesn't fit the readings around it");
        assertThat(sessions.box())
                .containsText("57,189 → 51,789: digits 2 and 3 swapped; then it follows 51,678 and precedes 51,791");
        assertThat(sessions.grid()).containsText("▲ Digit slip");
        assertThat(sessions.editor()).containsText("▲ End mileage");

        sessions.boxButton("Use suggestion").click();
        assertThat(sessions.editor()).containsText("Save sends: End mileage 51,789 (was 57,189)");
        sessions.button("Cancel").click();
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();
    }

    @Test
    void the_problems_of_a_list_are_taken_away_as_csv(Desk desk) throws IOException {
        var read = slipped();
        slipped();
        var sessions = SessionsPage.open(
                desk.signInAs("pia@demo.test"), "q=" + read.driver().split(",")[0] + "&finding=digit-slip");

        var download = sessions.exportProblems();

        try (var stream = download.createReadStream()) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("\"" + read.driver() + "\",Van ")
                    .contains(",DIGIT_SLIP,ERROR,EndMileage,57189,51789,0.", "," + read.ontimeId() + ",");
        }
        assertThat(download.suggestedFilename()).isEqualTo("problems.csv");
        sessions.page().navigate("/sessions");
        assertThat(sessions.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export problems")))
                .isHidden();
    }

    @Test
    void what_is_put_aside_stands_in_its_own_view_until_it_is_taken_back(Desk desk) {
        var read = slipped();
        slipped();
        var sessions = choose(desk, "anna@demo.test", read);
        sessions.boxButton("Put aside").click();
        sessions.dialogText("Note").fill("Marco is on leave");
        sessions.dialogButton("Put aside").click();

        assertThat(sessions.box()).containsText("Marco is on leave");
        assertThat(sessions.grid()).containsText("◷ Digit slip");
        sessions.link("Put aside").click();
        assertThat(sessions.page()).hasURL(Pattern.compile("finding=put-aside"));
        assertThat(sessions.grid()).containsText(read.driver());
        sessions.link("Problems").click();
        assertThat(sessions.page()).hasURL(Pattern.compile("finding=any"));
        assertThat(sessions.grid()).not().containsText(read.driver());

        sessions.boxButton("Take back").click();
        assertThat(sessions.grid()).containsText(read.driver());
    }

    @Test
    void a_problem_is_dismissed_for_a_reason_and_brought_back(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);
        sessions.boxButton("Dismiss").click();
        sessions.dialogButton("Dismiss").click();
        assertThat(sessions.saying("Say why it is none.")).isVisible();
        sessions.dialogText("Reason").fill("The van was towed");
        sessions.dialogButton("Dismiss").click();

        assertThat(sessions.box()).containsText("The van was towed");
        assertThat(sessions.grid()).not().containsText("▲ Digit slip");

        sessions = SessionsPage.open(sessions.page(), "finding=dismissed&q=" + last(read));
        sessions.choose(0);
        sessions.boxButton("Bring back").click();
        assertThat(sessions.grid()).containsText("▲ Digit slip");
    }

    @Test
    void a_reading_that_nobody_can_tell_is_no_problem_any_more(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);
        sessions.boxButton("Reading not known").click();

        assertThat(sessions.box()).containsText("End mileage is called not known");
        assertThat(sessions.boxButton("Use suggestion")).isHidden();
        assertThat(sessions.text("End mileage")).hasValue("57,189");
        assertThat(sessions.grid()).containsText("✓ Fixed");

        sessions = SessionsPage.open(sessions.page(), "finding=not-known&q=" + last(read));
        sessions.choose(0);
        sessions.boxButton("It is known").click();
        assertThat(sessions.box()).containsText("digits 2 and 3 swapped");
    }

    @Test
    void a_new_odometer_on_the_way_is_said_and_the_end_may_be_below_the_start(Desk desk) {
        var read = aWeek(51_678, 12);
        var sessions = choose(desk, "anna@demo.test", read);
        sessions.box()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^New odometer")))
                .first()
                .click();
        assertThat(sessions.page().getByRole(AriaRole.DIALOG)).containsText("New odometer: Van");
        sessions.dialogButton("New odometer").click();

        assertThat(sessions.box()).isHidden();
        assertThat(sessions.grid()).containsText("✓ Fixed");
    }

    @Test
    void a_day_that_nothing_can_be_put_aside_until_is_marked_and_the_dialog_stays(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);
        sessions.boxButton("Put aside").click();
        var until = sessions.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Until the morning of"));
        for (String wrong : new String[] {"", "someday", "2020-01-31"}) {
            until.fill("2100-01-31");
            until.press("Enter");
            sessions.dialogText("Note").click();
            assertThat(until).not().hasAttribute("aria-invalid", "true");
            until.fill(wrong);
            until.press("Enter");
            sessions.dialogButton("Put aside").click();
            assertThat(until).hasAttribute("aria-invalid", "true");
            assertThat(sessions.saying("Choose a day from tomorrow on")).isVisible();
        }
        assertThat(sessions.grid()).containsText("▲ Digit slip");

        until.fill("2100-01-31");
        until.press("Enter");
        sessions.dialogButton("Put aside").click();
        assertThat(sessions.grid()).containsText("◷ Digit slip");
    }

    @Test
    void what_another_person_settles_is_gone_here_by_itself(Desk desk) {
        var read = slipped();
        var anna = choose(desk, "anna@demo.test", read);
        var omar = choose(desk, "omar@demo.test", read);
        String before = omar.link("Problems").textContent();
        assertThat(anna.link("Problems")).hasText(before);
        omar.boxButton("Use suggestion").click();
        omar.save();
        assertThat(omar.saying("saved.")).isVisible();

        assertThat(anna.box()).isHidden();
        assertThat(anna.grid()).containsText("✓ Fixed");
        assertThat(anna.link("Problems")).not().hasText(before);
    }

    @Test
    void an_auditor_sees_problems_and_changes_nothing(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "ines@demo.test", read);
        assertThat(sessions.box()).containsText("digits 2 and 3 swapped");
        assertThat(sessions.box().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use suggestion")))
                .isHidden();
        assertThat(sessions.boxButton("Dismiss")).isHidden();
    }

    @Test
    void everybody_can_use_it_in_light_and_in_dark_and_on_a_phone(Desk desk) {
        var read = slipped();
        for (var page : new Page[] {
            desk.signInAs("anna@demo.test"),
            desk.signInInTheDark("omar@demo.test"),
            desk.signInOnPhone("anna@demo.test")
        }) {
            var sessions =
                    SessionsPage.open(page, "finding=any&q=" + last(read)).choose(0);
            assertThat(sessions.box()).containsText("digits 2 and 3 swapped");
            Axe.assertNoViolations(page);
            sessions.boxButton("Dismiss").click();
            assertThat(sessions.dialogText("Reason")).isFocused();
            Axe.assertNoViolations(page);
        }
    }

    private static String last(Read read) {
        return read.driver().split(",")[0];
    }

    /** The list of this driver's problems, once they are found. */
    private static SessionsPage open(Desk desk, String email, Read read) {
        var sessions = SessionsPage.open(desk.signInAs(email), "finding=any&q=" + last(read));
        assertThat(sessions.grid()).containsText(read.driver());
        return sessions;
    }

    private static SessionsPage choose(Desk desk, String email, Read read) {
        var sessions = open(desk, email, read).choose(0);
        assertThat(sessions.box()).isVisible();
        return sessions;
    }
}
