package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;

/** Problems from the list to the last of them, as people settle them. */
class ProblemsBrowserTest extends SessionsBench {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** More than the other tests here leave behind. */
    private static final int MOST_PROBLEMS = 60;

    @Test
    void a_digit_slip_costs_three_keys_and_goes_on_with_the_next_problem(Desk desk) {
        var read = slipped();
        slipped();
        var sessions = open(desk, "anna@demo.test", read);
        walkTo(sessions, read.driver());
        sessions.page().keyboard().press("Shift+F8");
        assertThat(heading(sessions)).not().containsText(read.driver());

        sessions.page().keyboard().press("F8");
        assertThat(heading(sessions)).containsText(read.driver());
        assertThat(sessions.text("End mileage")).isFocused();
        assertThat(sessions.text("End mileage")).hasValue("57,189");

        sessions.page().keyboard().press("Alt+Enter");
        assertThat(sessions.text("End mileage")).hasValue("51,789");
        assertThat(sessions.radio("Reading mistyped")).isChecked();
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();
        sessions.page().keyboard().press("Control+Enter");

        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(heading(sessions)).not().containsText(read.driver());
        assertThat(sessions.editor()).containsText(Pattern.compile("problem \\d+ of \\d+"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ONTIME.session(read.ontimeId())
                                .path("EndMileage")
                                .asInt())
                        .isEqualTo(51_789));
        assertThat(sessions.grid()).containsText("✓ Fixed");
        assertThat(sessions.page().locator(".sessions-foot")).containsText("All 1 settled");
    }

    @Test
    void what_was_saved_is_taken_back_by_a_key_once_the_next_problem_is_open(Desk desk) {
        var read = slipped();
        slipped();
        var sessions = open(desk, "anna@demo.test", read);
        walkTo(sessions, read.driver());
        sessions.page().keyboard().press("Alt+Enter");
        assertThat(sessions.text("End mileage")).hasValue("51,789");
        sessions.page().keyboard().press("Control+Enter");
        assertThat(heading(sessions)).not().containsText(read.driver());
        assertThat(sessions.button("Undo")).isVisible();

        sessions.page().keyboard().press("F9");
        assertThat(sessions.saying("Taken back.")).isVisible();
        assertThat(sessions.grid()).containsText("▲ Digit slip");
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();
    }

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
    void the_box_says_what_is_wrong_and_why_another_reading_was_meant(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);

        assertThat(box(sessions)).containsText("End mileage 57,189 doesn't fit the readings around it");
        assertThat(box(sessions))
                .containsText("57,189 → 51,789: digits 2 and 3 swapped; then it follows 51,678 and precedes 51,791");
        assertThat(sessions.grid()).containsText("▲ Digit slip");
        assertThat(sessions.editor()).containsText("▲ End mileage");

        boxButton(sessions, "Use suggestion").click();
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
        var sessions = choose(desk, "anna@demo.test", read);
        boxButton(sessions, "Put aside").click();
        sessions.dialogText("Note").fill("Marco is on leave");
        sessions.dialogButton("Put aside").click();

        assertThat(box(sessions)).containsText("Marco is on leave");
        assertThat(sessions.grid()).containsText("◷ Digit slip");
        sessions.link("Put aside").click();
        assertThat(sessions.page()).hasURL(Pattern.compile("finding=put-aside"));
        assertThat(sessions.grid()).containsText(read.driver());
        sessions.link("Problems").click();
        assertThat(sessions.page()).hasURL(Pattern.compile("finding=any"));
        assertThat(sessions.grid()).not().containsText(read.driver());

        boxButton(sessions, "Take back").click();
        assertThat(sessions.grid()).containsText(read.driver());
    }

    @Test
    void a_problem_is_dismissed_for_a_reason_and_brought_back(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);
        boxButton(sessions, "Dismiss").click();
        sessions.dialogButton("Dismiss").click();
        assertThat(sessions.saying("Say why it is none.")).isVisible();
        sessions.dialogText("Reason").fill("The van was towed");
        sessions.dialogButton("Dismiss").click();

        assertThat(box(sessions)).containsText("The van was towed");
        assertThat(sessions.grid()).not().containsText("▲ Digit slip");

        sessions = SessionsPage.open(sessions.page(), "finding=dismissed&q=" + last(read));
        sessions.choose(0);
        boxButton(sessions, "Bring back").click();
        assertThat(sessions.grid()).containsText("▲ Digit slip");
    }

    @Test
    void a_reading_that_nobody_can_tell_is_no_problem_any_more(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "anna@demo.test", read);
        boxButton(sessions, "Reading not known").click();

        assertThat(box(sessions)).containsText("End mileage is called not known");
        assertThat(boxButton(sessions, "Use suggestion")).isHidden();
        assertThat(sessions.text("End mileage")).hasValue("57,189");
        assertThat(sessions.grid()).containsText("✓ Fixed");

        sessions = SessionsPage.open(sessions.page(), "finding=not-known&q=" + last(read));
        sessions.choose(0);
        boxButton(sessions, "It is known").click();
        assertThat(box(sessions)).containsText("digits 2 and 3 swapped");
    }

    @Test
    void a_new_odometer_on_the_way_is_said_and_the_end_may_be_below_the_start(Desk desk) {
        var read = aWeek(51_678, 12);
        var sessions = choose(desk, "anna@demo.test", read);
        box(sessions)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^New odometer")))
                .first()
                .click();
        assertThat(sessions.page().getByRole(AriaRole.DIALOG)).containsText("New odometer: Van");
        sessions.dialogButton("New odometer").click();

        assertThat(box(sessions)).isHidden();
        assertThat(sessions.grid()).containsText("✓ Fixed");
    }

    @Test
    void the_next_problem_is_none_that_somebody_else_has_open(Desk desk) {
        var read = slipped();
        slipped();
        var anna = open(desk, "anna@demo.test", read);
        var omar = choose(desk, "omar@demo.test", read);
        omar.text("End mileage").focus();
        assertThat(anna.grid()).containsText("Omar is editing");

        String first = step(anna, "");
        String at = first;
        for (int i = 0; i < MOST_PROBLEMS; i++) {
            assertThat(at).doesNotContain(read.driver());
            at = step(anna, at);
            if (at.equals(first)) {
                return;
            }
        }
        throw new AssertionError("the walk doesn't come round");
    }

    @Test
    void what_another_person_settles_is_gone_here_within_the_second(Desk desk) {
        var read = slipped();
        var anna = choose(desk, "anna@demo.test", read);
        String before = anna.link("Problems").textContent();
        var omar = choose(desk, "omar@demo.test", read);
        boxButton(omar, "Use suggestion").click();
        omar.save();
        assertThat(omar.saying("saved.")).isVisible();

        assertThat(box(anna)).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(2_000));
        assertThat(anna.grid()).containsText("✓ Fixed");
        assertThat(anna.link("Problems")).not().hasText(before);
    }

    @Test
    void an_auditor_sees_problems_and_changes_nothing(Desk desk) {
        var read = slipped();
        var sessions = choose(desk, "ines@demo.test", read);
        assertThat(box(sessions)).containsText("digits 2 and 3 swapped");
        assertThat(box(sessions).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use suggestion")))
                .isHidden();
        assertThat(boxButton(sessions, "Dismiss")).isHidden();
    }

    @Test
    void everybody_can_use_it_in_light_and_in_dark_and_on_a_phone(Desk desk) {
        var read = slipped();
        for (var page : new Page[] {
            desk.signInAs("anna@demo.test"),
            desk.signInInTheDark("omar@demo.test"),
            desk.signInOnPhone("anna@demo.test")
        }) {
            var sessions = SessionsPage.open(page, keys(read)).choose(0);
            assertThat(box(sessions)).containsText("digits 2 and 3 swapped");
            Axe.assertNoViolations(page);
            boxButton(sessions, "Dismiss").click();
            assertThat(sessions.dialogText("Reason")).isFocused();
            Axe.assertNoViolations(page);
        }
    }

    private static String keys(Read read) {
        return "finding=any&q=" + last(read);
    }

    private static String last(Read read) {
        return read.driver().split(",")[0];
    }

    /** The list of this driver's problems, once they are found. */
    private static SessionsPage open(Desk desk, String email, Read read) {
        var page = desk.signInAs(email);
        var sessions = SessionsPage.open(page, keys(read));
        assertThat(sessions.grid()).containsText(read.driver());
        return sessions;
    }

    private static SessionsPage choose(Desk desk, String email, Read read) {
        var sessions = open(desk, email, read).choose(0);
        assertThat(box(sessions)).isVisible();
        return sessions;
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
            assertThat(heading(sessions)).not().hasText(from);
        }
        assertThat(heading(sessions)).isVisible();
        return heading(sessions).textContent();
    }

    private static Locator heading(SessionsPage sessions) {
        return sessions.editor().getByRole(AriaRole.HEADING).first();
    }

    private static Locator box(SessionsPage sessions) {
        return sessions.editor()
                .getByRole(
                        AriaRole.REGION,
                        new Locator.GetByRoleOptions().setName("Problem").setExact(true));
    }

    private static Locator boxButton(SessionsPage sessions, String name) {
        return box(sessions)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
