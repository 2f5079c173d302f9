package org.sessiondesk.ui.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** How the site pays, as an administrator sets it; set back afterwards, since it is everybody's. */
@BrowserTest
@Import(FindingDesk.class)
class PaySettingsBrowserTest {

    private static final LocalDate SIGNED = LocalDate.of(2026, 6, 2);

    /** As the screen says them; the year from the next one on. */
    private static final String TUESDAY = "Tue 2 Jun( 2026)?";

    private static final String WEDNESDAY = "Wed 3 Jun( 2026)?";

    @Autowired
    private PayRules payRules;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void usual() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        payRules.pay(payRules.now(), new PayCalendar.Weekly(DayOfWeek.MONDAY), HourRounding.MINUTE);
        database.sql().sql("delete from day_rule").update();
        database.sql()
                .sql("delete from day_sign_off where day = ?")
                .param(SIGNED)
                .update();
    }

    /** Other classes of the same portal count on it. */
    @AfterEach
    void usualAgain() {
        usual();
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_period_of_today_is_shown_before_another_one_is_applied(Desk desk) {
        Page page = open(desk);
        assertThat(button(page, "Apply pay periods")).isDisabled();

        choose(page, "Pay period", "Two weeks each");
        button(page, "Apply pay periods").click();
        assertThat(page.getByText("First day of a pay period is empty.").first())
                .isVisible();
        date(page, "First day of a pay period", "2026-06-07");
        assertThat(page.getByText(Pattern.compile("^The pay period of today would be Sun \\d+ \\w+.* – Sat ")))
                .isVisible();
        choose(page, "A day's time is paid to", "the nearest quarter of an hour");
        button(page, "Apply pay periods").click();

        assertThat(page.getByText("Applied. Days of a closed period stay closed."))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("^The pay period of today is Sun ")))
                .isVisible();
        assertThat(payRules.now().calendar()).isEqualTo(new PayCalendar.Fortnightly(LocalDate.parse("2026-06-07")));
        assertThat(payRules.now().rounding()).isEqualTo(HourRounding.QUARTER_OF_AN_HOUR);
        page.navigate("/trail");
        assertThat(page.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("set how the site pays"))
                        .first())
                .containsText("Pay period Weeks from Monday → Two weeks each from 2026-06-07");
    }

    @Test
    void a_rule_for_nights_has_a_first_day_which_may_not_touch_what_is_signed(Desk desk) {
        database.sql()
                .sql("""
                        insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds,
                            sessions, without_distance) values (?, ?, ?, ?, now(), 0, 0, 0, 0)
                        """)
                .params(UUID.randomUUID(), UUID.randomUUID(), SIGNED, UUID.randomUUID())
                .update();
        Page page = open(desk);

        choose(page, "A night counts", "on the day of its log-out");
        button(page, "Apply to nights").click();
        assertThat(page.getByText("From is empty.").first()).isVisible();
        date(page, "From", "2026-06-02");
        button(page, "Apply to nights").click();
        assertThat(page.getByText(Pattern.compile("^From is too early: days until " + TUESDAY
                                + " are signed or closed, so " + WEDNESDAY + " is the earliest\\.$"))
                        .first())
                .isVisible();
        date(page, "From", "2026-06-03");
        button(page, "Apply to nights").click();

        assertThat(page.getByText(Pattern.compile(
                        "^Applied\\. From " + WEDNESDAY + " a night counts on the day of its log-out\\.$")))
                .isVisible();
        assertThat(page.getByText(
                        Pattern.compile("^From " + WEDNESDAY + ": on the day of its log-out, set by administrator-")))
                .isVisible();
        assertThat(payRules.now().dayRules().on(LocalDate.parse("2026-06-03"))).isEqualTo(DayRule.LOG_OUT);
        assertThat(payRules.now().dayRules().on(LocalDate.parse("2026-06-02"))).isEqualTo(DayRule.LOG_IN);
    }

    @Test
    void what_somebody_else_sets_meanwhile_is_said_and_what_was_chosen_stays(Desk desk) {
        Page mine = open(desk);
        choose(mine, "Pay period", "Calendar months");
        assertThat(mine.getByText(Pattern.compile("^The pay period of today would be ")))
                .isVisible();

        payRules.pay(payRules.now(), new PayCalendar.HalfMonthly(), HourRounding.MINUTE);

        assertThat(mine.getByText(Pattern.compile("set others meanwhile"))).isVisible();
        assertThat(mine.getByText(Pattern.compile("^The pay period of today would be .* 1 ")))
                .isVisible();
        button(mine, "Undo what was chosen").click();
        assertThat(mine.getByText(Pattern.compile("^The pay period of today is ")))
                .isVisible();
        assertThat(select(mine, "Pay period")).containsText("Half months");
    }

    @Test
    void everybody_can_use_it_light_dark_and_on_a_phone(Desk desk) {
        var boss = desk.people().add(Role.ADMINISTRATOR).email();
        int n = 0;
        for (Page page : List.of(desk.signInAs(boss), desk.signInInTheDark(boss), desk.signInOnPhone(boss))) {
            page.navigate("/settings");
            choose(page, "Pay period", "Two weeks each");
            button(page, "Apply pay periods").click();
            assertThat(page.getByText("First day of a pay period is empty.").first())
                    .isVisible();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of("target", "browser", "pay-settings-" + n++ + ".png")));
            Axe.assertNoViolations(page);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
        }
    }

    private static Page open(Desk desk) {
        Page page = desk.signInAsNew(Role.ADMINISTRATOR);
        page.navigate("/settings");
        assertThat(button(page, "Apply pay periods")).isVisible();
        return page;
    }

    private static void choose(Page page, String label, String item) {
        select(page, label).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(item))
                .click();
    }

    private static Locator select(Page page, String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label)));
    }

    private static void date(Page page, String label, String day) {
        var field = page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
        field.fill(day);
        field.press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
