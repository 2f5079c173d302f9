package org.sessiondesk.ui.deliveries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.delivery.DeliveryDecisions;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.Example;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each fault as a person sees it, and the one way on from it. */
@BrowserTest
class DeliveriesBrowserTest {

    private static final OnTimeSandbox ontime = OnTimeSandbox.start(Example.sandboxFolder());
    private static final Instant LOG_IN = Instant.parse("2026-06-02T13:58:00Z");

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private SessionIntake intake;

    @Autowired
    private DriverSessions sessions;

    @Autowired
    private OnTimeClient client;

    @Autowired
    private Roster roster;

    @Autowired
    private DeliveryDecisions decisions;

    @DynamicPropertySource
    static void impatient(DynamicPropertyRegistry settings) {
        Example.deliverAtOnce(settings, ontime);
        settings.add("sessiondesk.ontime.exchange-timeout", () -> "5s");
    }

    @AfterEach
    void quiet() {
        ontime.clearFaults();
        SecurityContextHolder.clearContext();
    }

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
    }

    @Test
    void a_conflict_shows_three_sides_and_ours_can_be_sent(Desk desk) {
        var session = aSession("Conflict");
        ontime.change(id(session), "{\"StartMileage\": 52300}");
        correct(session, 52_401);
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/deliveries?state=conflict");
        item(anna, "Conflict").getByText("Decide").click();
        assertThat(item(anna, "Conflict").locator("table")).containsText("52,300");
        button(anna, "Conflict", "Send ours").click();
        anna.navigate("/deliveries?state=accepted");
        assertThat(item(anna, "Conflict")).containsText("OnTime has it.");
    }

    @Test
    void an_uncertain_create_is_picked_by_a_person(Desk desk) {
        ontime.fault(FaultKind.SERVER_ERROR, 1, Call.Kind.POST_SESSION);
        var driver = create("Uncertain");
        Page anna = desk.signInAs("anna@demo.test");
        anna.navigate("/deliveries?state=uncertain");
        assertThat(item(anna, "Uncertain")).containsText("not found in OnTime");
        ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T14:05:00Z"}""".formatted(driver));
        item(anna, "Uncertain").getByText("Decide").click();
        item(anna, "Uncertain").getByRole(AriaRole.RADIO).first().check();
        button(anna, "Uncertain", "It arrived").click();
        anna.navigate("/deliveries?state=accepted");
        assertThat(item(anna, "Uncertain")).containsText("as the session that you picked");
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

    private static Locator item(Page page, String lastName) {
        return page.locator("li.delivery", new Page.LocatorOptions().setHasText(Pattern.compile(lastName + ",")));
    }

    private static Locator button(Page page, String lastName, String name) {
        return item(page, lastName).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private String correctSomebody(String lastName) {
        correct(aSession(lastName), 52_401);
        return lastName;
    }

    private DriverSession aSession(String lastName) {
        var driver = driver(lastName);
        var id = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:05:00Z","StartMileage":52310,"EndMileage":52398}
                """.formatted(driver));
        if (client.session(id) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            intake.take(List.of(new SessionIntake.Read(record, null)));
        }
        return sessions.findByOntimeId(id).orElseThrow();
    }

    private UUID driver(String lastName) {
        var driver = ontime.addDriver("Test", lastName);
        if (client.user(driver) instanceof ReadAnswer.Found<OnTimeUser>(OnTimeUser user)) {
            roster.takeUsers(List.of(user));
        }
        return driver;
    }

    private void correct(DriverSession session, int endMileage) {
        signIn();
        corrections.apply(List.of(Example.endMileage(session, endMileage, null)));
    }

    private UUID create(String lastName) {
        signIn();
        var driver = driver(lastName);
        corrections.apply(List.of(new SessionCommand.Create(
                new SessionValues(driver, null, LogInType.DRIVER, LOG_IN, LOG_IN.plus(Duration.ofHours(8)), null, null),
                Reason.FORGOT_LOG_IN,
                null)));
        return driver;
    }

    private static void signIn() {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "omar@demo.test", "Omar", Role.SUPERVISOR, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }

    private static UUID id(DriverSession session) {
        return Objects.requireNonNull(session.ontimeId());
    }
}
