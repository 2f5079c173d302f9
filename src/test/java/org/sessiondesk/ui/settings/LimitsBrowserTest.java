package org.sessiondesk.ui.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.RuleLimits;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** Limits as an administrator changes them; set back afterwards, since they are everybody's. */
@BrowserTest
@Import(FindingDesk.class)
class LimitsBrowserTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private List<UUID> sessions = List.of();

    @Autowired
    private FindingDesk portal;

    @Autowired
    private RuleLimits limits;

    /** Twelve days of a van that goes 280 miles, which is usual for it. */
    @BeforeEach
    void longDays() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        limits.apply(limits.now(), limits.usual());
        var van = UUID.randomUUID();
        var driver = UUID.randomUUID();
        var first = portal.now().minus(Duration.ofDays(15)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < 12; day++) {
            var logIn = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
            values.add(new SessionValues(
                    driver,
                    van,
                    LogInType.DRIVER,
                    logIn,
                    logIn.plus(Duration.ofMinutes(553)),
                    60_000 + 282 * day,
                    60_000 + 282 * day + 280));
        }
        sessions = portal.readAll(values);
    }

    /** Other classes of the same portal count on the usual ones. */
    @AfterEach
    void usualAgain() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        limits.apply(limits.now(), limits.usual());
        SecurityContextHolder.clearContext();
        // Nor is anything judged or told by it any more under their hands.
        portal.settleChecks();
    }

    @Test
    void a_limit_shows_first_what_it_would_change_then_is_applied_and_the_problems_follow(Desk desk) {
        Page page = open(desk);
        assertThat(button(page, "Apply")).isDisabled();

        field(page, "Distance of a session").fill("270");
        page.keyboard().press("Enter");

        var row = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("What would change"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("Unusually far"));
        assertThat(row).containsText(Pattern.compile("\\+\\d\\d"));
        assertThat(told()).isZero();
        field(page, "Average speed").fill("86");
        assertThat(button(page, "Apply")).isDisabled();
        field(page, "Average speed").fill("85");
        page.keyboard().press("Enter");
        assertThat(row).isVisible();
        assertThat(button(page, "Apply")).isEnabled();
        page.keyboard().press("Control+Enter");

        assertThat(page.getByText("Applied.")).isVisible();
        assertThat(page.getByText(Pattern.compile("^Set by administrator-\\d+")))
                .isVisible();
        await().atMost(SOON).until(() -> told() == sessions.size());
        assertThat(page.getByText(Pattern.compile("^By the changed limits \\d+ sessions were judged again")))
                .isVisible();
        page.navigate("/sessions/" + sessions.getFirst());
        assertThat(page.getByText("Over 270 mi.")).isVisible();
        assertThat(page.getByText(Pattern.compile("280 mi.*270 mi")).first()).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Problems"))))
                .containsText(Pattern.compile("\\d\\d"));
        page.navigate("/trail");
        assertThat(page.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("changed limits of what is a problem"))
                        .first())
                .containsText("Distance of a session 300 mi → 270 mi");
    }

    @Test
    void what_cannot_be_a_limit_is_named_with_its_reason_and_stays_as_typed(Desk desk) {
        Page page = open(desk);

        refused(page, "Distance of a session", "", "Distance of a session is empty.");
        refused(page, "Length of a session", "long", "Length of a session is no number that can be read.");
        refused(page, "Distance in 24 hours", "-1", "Distance in 24 hours is too small: 50 mi is the least.");
        refused(page, "Average speed", "99999999999", "Average speed is too large: 300 mph is the most.");
        page.keyboard().press("Escape");
        assertThat(field(page, "Average speed")).hasValue("85");
        assertThat(field(page, "Length of a session")).hasValue("14:00");

        page.keyboard().press("Enter");
        assertThat(page.getByText("These limits hold already.")).isVisible();
        assertThat(button(page, "Apply")).isDisabled();
    }

    @Test
    void what_somebody_else_sets_meanwhile_is_said_and_not_written_over(Desk desk) {
        Page mine = open(desk);
        Page theirs = open(desk);
        field(mine, "Distance of a session").fill("290");
        field(theirs, "Distance of a session").fill("270");
        for (Page page : List.of(mine, theirs)) {
            page.keyboard().press("Enter");
            assertThat(button(page, "Apply")).isEnabled();
        }
        button(theirs, "Apply").click();
        assertThat(theirs.getByText("Applied.")).isVisible();

        assertThat(mine.getByText(Pattern.compile("administrator-\\d+ set other limits meanwhile")))
                .isVisible();
        assertThat(field(mine, "Distance of a session")).hasValue("290");
        assertThat(button(mine, "Apply")).isDisabled();
        button(mine, "Undo typing").click();
        assertThat(field(mine, "Distance of a session")).hasValue("270");
    }

    @Test
    void who_leaves_with_something_typed_is_asked(Desk desk) {
        Page page = open(desk);
        field(page, "Length of a session").fill("12");

        link(page, "People").click();
        Locator dialog = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("What you typed isn't applied");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stay"))
                .click();
        assertThat(field(page, "Length of a session")).hasValue("12");
        button(page, "Back to usual values").click();
        assertThat(field(page, "Length of a session")).hasValue("14:00");
        link(page, "People").click();
        assertThat(page).hasURL(Pattern.compile("/accounts$"));
    }

    @Test
    void a_check_of_all_sessions_is_started_and_says_what_it_found(Desk desk) {
        Page page = open(desk);
        assertThat(button(page, "Check all sessions")).isEnabled();
        button(page, "Check all sessions").click();

        assertThat(page.getByText(Pattern.compile("^(A check starts|Checking all sessions|Last check )")))
                .isVisible();
        assertThat(button(page, "Check all sessions")).isEnabled();
        assertThat(page.getByText(Pattern.compile("^Last check (\\w{3} )?\\d\\d:\\d\\d( P[DS]T)?: ")))
                .isVisible();
    }

    @Test
    void nobody_else_gets_in_nor_sees_a_way(Desk desk) {
        for (var role : List.of(Role.SUPERVISOR, Role.PAYROLL, Role.AUDITOR)) {
            Page page = desk.signInAsNew(role);
            page.navigate("/settings/limits");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Not for your role")))
                    .isVisible();
            assertThat(link(page, "Settings")).hasCount(0);
        }
    }

    @Test
    void everybody_can_use_it_light_dark_and_on_a_phone(Desk desk) {
        var boss = desk.people().add(Role.ADMINISTRATOR).email();
        for (Page page : List.of(desk.signInAs(boss), desk.signInInTheDark(boss), desk.signInOnPhone(boss))) {
            page.navigate("/settings");
            field(page, "Distance of a session").fill("270");
            field(page, "Average speed").fill("x");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Average speed is no number that can be read.")
                            .first())
                    .isVisible();
            Axe.assertNoViolations(page);
            field(page, "Average speed").fill("85");
            page.keyboard().press("Enter");
            assertThat(button(page, "Apply")).isEnabled();
            Axe.assertNoViolations(page);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
        }
    }

    private static Page open(Desk desk) {
        Page page = desk.signInAsNew(Role.ADMINISTRATOR);
        page.navigate("/settings/limits");
        assertThat(field(page, "Distance of a session")).hasValue("300");
        return page;
    }

    private static void refused(Page page, String label, String typed, String why) {
        field(page, label).fill(typed);
        page.keyboard().press("Enter");
        assertThat(page.getByText(why).first()).isVisible();
        assertThat(field(page, label)).hasValue(typed);
        assertThat(button(page, "Apply")).isDisabled();
    }

    /** So many of the twelve are told for their distance. */
    private long told() {
        var found = portal.found();
        return sessions.stream()
                .filter(session -> found.getOrDefault(session, List.of()).stream()
                        .anyMatch(finding -> finding.rule() == Rule.DISTANCE_UNUSUAL))
                .count();
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
