package org.sessiondesk.ui.deliveries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;

/** What only a person can decide: conflicts field by field, and which record an uncertain create became. */
class DecisionsBrowserTest extends DeliveriesScreen {

    @Test
    void a_conflict_is_preselected_and_decided_by_keyboard_field_by_field(Desk desk) {
        var session = conflict("Fieldwise");
        Page anna = desk.signInAs("anna@demo.test");
        decide(anna, "Fieldwise");
        var start = side(anna, "Fieldwise", "Start mileage, before: 52,310", "OnTime now: 52,300");
        var end = side(anna, "Fieldwise", "End mileage, before: 52,398", "Ours: 52,401");
        assertThat(start).isChecked();
        assertThat(end).isChecked();
        assertThat(item(anna, "Fieldwise")).containsText("Ours is sent: End mileage 52,401.");

        start.focus();
        anna.keyboard().press("ArrowRight");
        assertThat(side(anna, "Fieldwise", "Start mileage", "Ours: 52,310")).isChecked();
        assertThat(item(anna, "Fieldwise")).containsText("Ours is sent: Start mileage 52,310, End mileage 52,401.");
        anna.keyboard().press("Tab");
        anna.keyboard().press("ArrowLeft");
        assertThat(item(anna, "Fieldwise")).containsText("Ours is sent: Start mileage 52,310. All else");
        anna.keyboard().press("Tab");
        assertThat(button(anna, "Fieldwise", "Apply choice")).isFocused();
        anna.keyboard().press("Enter");
        assertThat(anna.getByText("Done.")).isVisible();

        anna.navigate("/deliveries?state=accepted");
        assertThat(item(anna, "Fieldwise")).containsText("OnTime has it.");
        var held = ontime.session(id(session));
        org.assertj.core.api.Assertions.assertThat(held.path("StartMileage").asInt())
                .isEqualTo(52_310);
        org.assertj.core.api.Assertions.assertThat(held.path("EndMileage").asInt())
                .isEqualTo(52_398);
    }

    @Test
    void ours_can_be_sent_at_once(Desk desk) {
        conflict("Shortcut");
        Page anna = desk.signInAs("anna@demo.test");
        decide(anna, "Shortcut");
        button(anna, "Shortcut", "Send ours").click();
        assertThat(anna.getByText("Done.")).isVisible();
        anna.navigate("/deliveries?state=accepted");
        assertThat(item(anna, "Shortcut")).containsText("OnTime has it.");
    }

    @Test
    void what_changes_in_OnTime_meanwhile_is_chosen_anew_and_the_other_choices_stay(Desk desk) {
        var session = conflict("Meanwhile");
        Page anna = desk.signInAs("anna@demo.test");
        decide(anna, "Meanwhile");
        side(anna, "Meanwhile", "End mileage", "OnTime now: 52,398").check();
        assertThat(item(anna, "Meanwhile")).containsText("Nothing is sent: OnTime's values stand.");

        ontime.change(id(session), "{\"StartMileage\": 52290}");
        read(id(session));

        assertThat(side(anna, "Meanwhile", "Start mileage", "OnTime now: 52,290"))
                .not()
                .isChecked();
        assertThat(side(anna, "Meanwhile", "End mileage", "OnTime now: 52,398")).isChecked();
        assertThat(item(anna, "Meanwhile")).containsText("Changed meanwhile. Choose anew");
        button(anna, "Meanwhile", "Apply choice").click();
        assertThat(item(anna, "Meanwhile")).containsText("Choose OnTime's or ours.");
        side(anna, "Meanwhile", "Start mileage", "OnTime now: 52,290").check();
        assertThat(item(anna, "Meanwhile")).containsText("Nothing is sent: OnTime's values stand.");
        button(anna, "Meanwhile", "Apply choice").click();
        assertThat(anna.getByText("Done.")).isVisible();
    }

    @Test
    void the_same_choice_stands_in_the_editor_and_the_history_names_OnTime(Desk desk) {
        var session = conflict("Editor");
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/sessions/" + session.id());
        var editor = anna.locator(".editor");
        assertThat(editor.locator(".history")).containsText(Pattern.compile("OnTime · changed there"));
        assertThat(editor.locator(".history")).containsText("Start mileage: 52,310 → 52,300");
        Axe.assertNoViolations(anna);
        anna.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "conflict-editor.png")));
        editor.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply choice"))
                .click();
        assertThat(editor).containsText("Accepted");
        assertThat(editor.locator(".history")).containsText("decided a conflict");
    }

    @Test
    void an_uncertain_create_stands_beside_its_candidates_and_a_person_picks_one(Desk desk) {
        ontime.fault(FaultKind.SERVER_ERROR, 1, Call.Kind.POST_SESSION);
        var driver = create("Uncertain");
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/deliveries?state=uncertain");
        assertThat(item(anna, "Uncertain")).containsText("not found in OnTime");
        var likely = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T14:05:00Z",
                 "StartMileage":52310,"EndMileage":52398}""".formatted(driver));
        ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T20:00:00Z"}""".formatted(driver));
        item(anna, "Uncertain").getByText("Decide").click();

        var table = item(anna, "Uncertain").locator(".candidates");
        assertThat(table.getByRole(AriaRole.COLUMNHEADER))
                .hasText(new String[] {"Field", "Ours", "Candidate 1", "Candidate 2"});
        assertThat(row(table, "OnTime ID")).containsText(likely.toString());
        assertThat(row(table, "Driver")).containsText("Uncertain, Test");
        // The site's zone, not UTC.
        assertThat(row(table, "Log in")).containsText(Pattern.compile("06:58.*07:05 \\(differs from ours\\)"));
        assertThat(row(table, "Start mileage")).containsText("52,310 (differs from ours)");
        Axe.assertNoViolations(anna);
        anna.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "uncertain.png")));

        assertThat(button(anna, "Uncertain", "Send again")).isVisible();
        button(anna, "Uncertain", "It arrived").click();
        assertThat(item(anna, "Uncertain")).containsText("Pick one first.");
        item(anna, "Uncertain")
                .getByRole(
                        AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^Candidate 1: log in")))
                .check();
        button(anna, "Uncertain", "It arrived").click();
        assertThat(anna.getByText("Done.")).isVisible();
        anna.navigate("/deliveries?state=accepted");
        assertThat(item(anna, "Uncertain")).containsText("as the session that you picked");
    }

    @Test
    void a_possible_duplicate_is_said_until_somebody_has_looked(Desk desk) {
        var other = UUID.randomUUID().toString();
        ontime.fault("""
                {"kind":"OTHER_ID","times":1,"calls":["POST_SESSION"],"variant":"%s"}""".formatted(other));
        correctSomebody("Twofold");
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/deliveries?state=accepted");
        assertThat(item(anna, "Twofold")).containsText("look for a duplicate");
        item(anna, "Twofold").getByText("Details").first().click();
        assertThat(item(anna, "Twofold")).containsText("Possible duplicate in OnTime: record " + other);
        Axe.assertNoViolations(anna);

        button(anna, "Twofold", "Looked at, settled").click();
        assertThat(anna.getByText("Done.")).isVisible();
        assertThat(item(anna, "Twofold")).not().containsText("Possible duplicate");
        assertThat(button(anna, "Twofold", "Looked at, settled")).hasCount(0);
    }

    @Test
    void each_of_two_possible_duplicates_is_settled_by_itself(Desk desk) {
        var session = aSession("Threefold");
        var others = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        for (int i = 0; i < 2; i++) {
            int posts = i + 1;
            ontime.fault("""
                    {"kind":"OTHER_ID","times":1,"calls":["POST_SESSION"],"variant":"%s"}""".formatted(others.get(i)));
            correct(sessions.find(session.id()).orElseThrow(), 52_401 + i);
            await().until(() -> ontime.posts(id(session)).size() == posts);
        }
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/deliveries?state=accepted");
        item(anna, "Threefold").first().getByText("Details").first().click();
        for (var other : others) {
            assertThat(item(anna, "Threefold").first()).containsText("Possible duplicate in OnTime: record " + other);
        }
        button(anna, "Threefold", "Looked at, settled: record " + others.getFirst())
                .click();
        assertThat(item(anna, "Threefold").first()).not().containsText(others.getFirst());
        assertThat(item(anna, "Threefold").first()).containsText("record " + others.getLast());
        assertThat(button(anna, "Threefold", "Looked at, settled")).hasCount(1);
    }

    @Test
    void an_answer_with_a_script_and_our_key_is_shown_as_text_without_the_key(Desk desk) {
        ontime.fault("""
                {"kind":"BODY","times":1,"calls":["POST_SESSION"],
                 "variant":"<script>window.fooled = 1</script><img src=x onerror='window.fooled = 1'>{key}"}""");
        var driver = correctSomebody("Script");
        Page ines = desk.signInAs("ines@demo.test");
        ines.navigate("/deliveries?state=rejected");
        assertThat(item(ines, driver)).containsText("<script>window.fooled = 1</script>");
        item(ines, driver).getByText("Decide").click();
        item(ines, driver).getByText("Technical details").click();
        assertThat(item(ines, driver).locator("pre").nth(1)).containsText("onerror='window.fooled = 1'>•••");
        ines.navigate("/trail?kind=deliveries");
        assertThat(ines.getByText("window.fooled").first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(ines.content()).doesNotContain(OnTimeSandbox.KEY);
        org.assertj.core.api.Assertions.assertThat(ines.evaluate("window.fooled === undefined"))
                .isEqualTo(true);
    }

    private DriverSession conflict(String lastName) {
        var session = aSession(lastName);
        ontime.change(id(session), "{\"StartMileage\": 52300}");
        correct(session, 52_401);
        return session;
    }

    private static void decide(Page page, String lastName) {
        page.navigate("/deliveries?state=conflict");
        item(page, lastName).getByText("Decide").click();
        assertThat(button(page, lastName, "Apply choice")).isVisible();
    }

    private static Locator side(Page page, String lastName, String group, String side) {
        return item(page, lastName)
                .getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + group)))
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(side));
    }

    private static Locator row(Locator table, String field) {
        return table.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + field)));
    }
}
