package org.sessiondesk.ui.deliveries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;

/** Each fault as a person sees it, and the one way on from it. */
class DeliveriesBrowserTest extends DeliveriesScreen {

    @Test
    void a_correction_moves_to_accepted_before_everybodys_eyes(Desk desk) {
        Page anna = desk.signInAs("anna@demo.test");
        Page ines = desk.signInAs("ines@demo.test");
        anna.navigate("/deliveries");
        ines.navigate("/deliveries");
        var driver = correctSomebody("Accept");
        for (Page page : new Page[] {anna, ines}) {
            assertThat(item(page, driver)).containsText("Accepted");
            assertThat(item(page, driver)).containsText("OnTime has it.");
        }
        item(ines, driver).getByText("Details").first().click();
        item(ines, driver).getByText("Technical details").click();
        assertThat(item(ines, driver).locator("pre").first()).containsText("\"EndMileage\"");
        assertThat(item(ines, driver)).containsText(Pattern.compile("Read from OnTime .*, HTTP status 200"));
        assertThat(item(ines, driver).locator("pre").last()).containsText("GET /sandbox/sites/demo/api/userSessions/");
        assertThat(item(ines, driver)).not().containsText(OnTimeSandbox.KEY);
    }

    @Test
    void a_refusal_shows_OnTimes_words_and_can_be_given_up(Desk desk) {
        ontime.fault(FaultKind.BAD_REQUEST, 1, Call.Kind.POST_SESSION);
        var driver = correctSomebody("Reject");
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/deliveries?state=rejected");
        assertThat(item(anna, driver)).containsText("OnTime says:");
        item(anna, driver).getByText("Decide").click();
        button(anna, driver, "Use OnTime's values").click();
        assertThat(anna.getByText("Done.")).isVisible();
        assertThat(item(anna, driver)).hasCount(0);
        anna.navigate("/deliveries?state=withdrawn");
        assertThat(item(anna, driver)).containsText("Given up");
    }

    @Test
    void a_refused_key_holds_everything_until_somebody_tries_again(Desk desk) {
        var session = aSession("Hold");
        ontime.faultUntilCleared(FaultKind.UNAUTHORISED);
        correct(session, 52_401);
        var driver = "Hold";
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/deliveries");
        assertThat(item(anna, driver)).containsText("Held");
        assertThat(anna.locator(".trouble-line")).containsText("OnTime refuses our key");
        ontime.clearFaults();
        anna.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try all now"))
                .click();
        assertThat(item(anna, driver)).containsText("Accepted");
        assertThat(anna.locator(".trouble-line")).isHidden();
    }

    @Test
    void every_screen_says_when_only_sending_is_refused_and_no_longer_than_it_is(Desk desk) {
        Page ines = desk.signInAs("ines@demo.test");
        ines.navigate("/trail");
        assertThat(ines.locator(".reading-head")).isVisible();
        assertThat(ines.locator(".sending-head a")).isHidden();

        ontime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.POST_SESSION);
        correctSomebody("Permit");
        assertThat(ines.locator(".sending-head a"))
                .containsText("our key may not change sessions in OnTime. Your corrections are kept.");
        Axe.assertNoViolations(ines);
        ines.locator(".sending-head a").click();
        assertThat(item(ines, "Permit")).containsText("Held");

        ontime.clearFaults();
        signIn();
        decisions.tryAllNow();
        assertThat(item(ines, "Permit")).containsText("Accepted");
        assertThat(ines.locator(".sending-head a")).isHidden();
    }

    @Test
    void every_screen_says_once_when_OnTime_is_out_of_reach(Desk desk) {
        var session = aSession("Reach");
        Page ines = desk.signInAs("ines@demo.test");
        ines.navigate("/trail");
        ontime.faultUntilCleared(FaultKind.CUT);
        correct(session, 52_401);
        assertThat(ines.locator(".head-line")).containsText("OnTime not reachable since");
        assertThat(ines.locator(".sending-head a")).isHidden();
        ontime.clearFaults();
        signIn();
        decisions.tryAllNow();
        assertThat(ines.locator(".head-line")).not().containsText("not reachable");
        // Else it would leave into the fault of another test.
        ines.navigate("/deliveries");
        assertThat(item(ines, "Reach")).containsText("Accepted");
    }

    @Test
    void who_changes_nothing_sees_no_button_that_does(Desk desk) {
        ontime.fault(FaultKind.BAD_REQUEST, 1, Call.Kind.POST_SESSION);
        var driver = correctSomebody("Auditee");
        Page ines = desk.signInAs("ines@demo.test");
        ines.navigate("/deliveries?state=rejected");
        item(ines, driver).getByText("Decide").click();
        assertThat(item(ines, driver)).containsText("Technical details");
        assertThat(button(ines, driver, "Use OnTime's values")).hasCount(0);
    }

    @Test
    void the_screen_is_usable_by_everybody_light_dark_and_on_a_phone(Desk desk) {
        var session = aSession("Axe");
        ontime.change(id(session), "{\"StartMileage\": 52300}");
        correct(session, 52_401);
        for (Page page : new Page[] {
            desk.signInAs("anna@demo.test"),
            desk.signInInTheDark("anna@demo.test"),
            desk.signInOnPhone("anna@demo.test")
        }) {
            page.navigate("/deliveries?state=conflict");
            item(page, "Axe").getByText("Decide").click();
            assertThat(button(page, "Axe", "Send ours")).isVisible();
            item(page, "Axe").getByText("Technical details").click();
            Axe.assertNoViolations(page);
            org.assertj.core.api.Assertions.assertThat(
                            (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "browser", "deliveries-" + page.viewportSize().width + ".png")));
        }
    }
}
