package org.sessiondesk.ui.deliveries;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
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
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Example;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** "Sent to OnTime" in a browser, with a sandbox behind it: one portal for all its tests. */
@BrowserTest
abstract class DeliveriesScreen {

    static final OnTimeSandbox ontime = OnTimeSandbox.start(Example.sandboxFolder());
    private static final Instant LOG_IN = Instant.parse("2026-06-02T13:58:00Z");

    @Autowired
    SessionCorrections corrections;

    @Autowired
    SessionIntake intake;

    @Autowired
    DriverSessions sessions;

    @Autowired
    OnTimeClient client;

    @Autowired
    Roster roster;

    @Autowired
    DeliveryDecisions decisions;

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

    static Locator item(Page page, String lastName) {
        return page.locator("li.delivery", new Page.LocatorOptions().setHasText(Pattern.compile(lastName + ",")));
    }

    static Locator button(Page page, String lastName, String name) {
        return item(page, lastName).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    String correctSomebody(String lastName) {
        correct(aSession(lastName), 52_401);
        return lastName;
    }

    DriverSession aSession(String lastName) {
        var driver = driver(lastName);
        var id = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:05:00Z","StartMileage":52310,"EndMileage":52398}
                """.formatted(driver));
        return read(id);
    }

    /** As a reading does. */
    DriverSession read(UUID id) {
        var seen = intake.seen(List.of(id)).get(id);
        if (client.session(id) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            intake.take(List.of(new SessionIntake.Read(record, seen)));
        }
        return sessions.findByOntimeId(id).orElseThrow();
    }

    UUID driver(String lastName) {
        var driver = ontime.addDriver("Test", lastName);
        if (client.user(driver) instanceof ReadAnswer.Found<OnTimeUser>(OnTimeUser user)) {
            roster.takeUsers(List.of(user));
        }
        return driver;
    }

    void correct(DriverSession session, int endMileage) {
        signIn();
        corrections.apply(List.of(Example.endMileage(session, endMileage, null)));
    }

    UUID create(String lastName) {
        signIn();
        var driver = driver(lastName);
        corrections.apply(List.of(new SessionCommand.Create(
                new SessionValues(driver, null, LogInType.DRIVER, LOG_IN, LOG_IN.plus(Duration.ofHours(8)), null, null),
                Reason.FORGOT_LOG_IN,
                null)));
        return driver;
    }

    static void signIn() {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "omar@demo.test", "Omar", Role.SUPERVISOR, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }

    static UUID id(DriverSession session) {
        return Objects.requireNonNull(session.ontimeId());
    }
}
