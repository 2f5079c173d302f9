package org.sessiondesk.ui.trail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.Limit;
import org.sessiondesk.finding.RuleLimits;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people say about problems reads in History as they said it. */
@BrowserTest
@Import(FindingDesk.class)
class FindingsInTrailBrowserTest {

    @Autowired
    private FindingDesk portal;

    @Autowired
    private FindingActs acts;

    @Autowired
    private RuleLimits limits;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
        // What hangs on the limits isn't judged and told any more while other classes of the same portal are at it.
        portal.settleChecks();
    }

    @Test
    void each_act_is_told_in_plain_words(Desk desk) {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        var van = UUID.randomUUID();
        var logIn = portal.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        var session = portal.readAll(List.of(new SessionValues(
                        UUID.randomUUID(),
                        van,
                        LogInType.DRIVER,
                        logIn,
                        logIn.plus(Duration.ofHours(8)),
                        50_100,
                        50_000)))
                .getFirst();
        portal.settle();
        var rule = portal.found().getOrDefault(session, List.of()).getFirst();
        acts.dismiss(session, rule.rule(), rule.field(), "The van was towed");
        acts.restore(session, rule.rule(), rule.field());
        acts.putAside(session, portal.now().plus(Duration.ofDays(3)), "Marco is on leave");
        acts.takeBack(session);
        acts.notKnown(session, SessionField.END_MILEAGE);
        acts.known(session, SessionField.END_MILEAGE);
        acts.newOdometer(van, logIn.plus(Duration.ofHours(4)), 12);
        acts.sameOdometer(van, logIn.plus(Duration.ofHours(4)));
        limits.apply(limits.now(), Limit.WARN_LENGTH.in(Limit.TOP_SPEED.in(limits.usual(), 90), 750));
        limits.apply(limits.now(), limits.usual());

        Page page = desk.signInAs("ines@demo.test");
        page.navigate("/trail");

        says(page, "said that a problem is none", "Rule: " + words(rule.rule()), "Note: The van was towed");
        says(page, "took back that a problem is none", "Rule: " + words(rule.rule()));
        says(page, "put a session aside", "Until: ", "Note: Marco is on leave");
        says(page, "took a session back");
        says(page, "said that nobody can tell a reading", "Field: End mileage");
        says(page, "took back that nobody can tell a reading", "Field: End mileage");
        says(
                page,
                "said that a vehicle got a new odometer",
                "First reading: 12",
                "Since: ",
                van.toString().substring(0, 8));
        says(page, "took back that a vehicle got a new odometer", van.toString().substring(0, 8));
        says(
                page,
                "changed limits of what is a problem",
                "Length of a session 12:30 h → 14:00 h",
                "Average speed 90 mph → 85 mph");
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("History of changes")))
                .not()
                .containsText(Pattern.compile("[A-Z]{3,}_[A-Z]{3,}"));
    }

    private static String words(Rule rule) {
        return rule == Rule.SWAPPED ? "Start, end swapped" : "End below start";
    }

    /** The newest entry that says so. */
    private static void says(Page page, String what, String... details) {
        Locator entry = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(what))
                .first();
        for (String detail : details) {
            assertThat(entry).containsText(detail);
        }
        assertThat(entry).containsText(what);
    }
}
