package org.sessiondesk.ui.daycheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Day check as people use it: by role and name. */
class DayCheckBrowserTest extends FleetScreens {

    private final LocalDate day = SomeDays.unusedMonday().plusDays(1);

    @Autowired
    private JdbcClient jdbc;

    private SomeDays days;

    @BeforeEach
    void someDays() {
        days = new SomeDays(jdbc, lines::read);
    }

    @Test
    void the_supervisors_look_at_yesterday(Desk desk) {
        var yesterday = SomeDays.today().minusDays(1);
        var open = aDay(yesterday);
        Page page = desk.open("anna@demo.test");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Day check"))
                .click();

        assertThat(page).hasURL(Pattern.compile("/shift-audit$"));
        assertThat(page.locator(".day-counts"))
                .hasText(Pattern.compile("^\\d+ of \\d+ ready · \\d+ with problems · \\d+ nothing entered$"));
        var otto = row(page, "Open, Otto");
        assertThat(otto).containsText("▲ Has problems");
        assertThat(row(page, "Absent, Ada")).containsText("○ Nothing entered");
        assertThat(row(page, "Ready, Rosa")).containsText("✓ Ready");
        assertThat(row(page, "Ready, Rosa")).containsText("10 h 0 min");
        assertThat(row(page, "Ready, Rosa")).containsText("88 mi");
        assertThat(row(page, "Owncar, Olga")).containsText("not recorded");

        otto.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("still open"))
                .click();

        assertThat(page).hasURL(Pattern.compile("/shift-audit\\?.*session=" + open));
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out")))
                .isVisible();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/shift-audit$"));
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out")))
                .isHidden();
        assertThat(row(page, "Open, Otto")).isVisible();
    }

    @Test
    void problems_come_first_and_the_foot_adds_up(Desk desk) {
        aDay(day);
        Page page = open(desk, "?day=" + day);

        assertThat(page.locator(".day-counts")).hasText("3 of 5 ready · 1 with problems · 1 nothing entered");
        var names = page.locator("desk-day tbody").getByRole(AriaRole.ROWHEADER);
        assertThat(names)
                .hasText(new String[] {"Open, Otto", "Absent, Ada", "Night, Nora", "Owncar, Olga", "Ready, Rosa"});
        var totals = row(page, "Totals");
        assertThat(totals).containsText("28 h 0 min");
        assertThat(totals).containsText("+ 1 open");
        assertThat(totals).containsText("148 mi");
        assertThat(totals).containsText("2 sessions without");
    }

    @Test
    void arrows_walk_rows_and_sessions_and_enter_opens(Desk desk) {
        aDay(day);
        Page page = open(desk, "?day=" + day);

        page.keyboard().press("ArrowDown");
        assertThat(bar(page, "Open, Otto", "still open")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(row(page, "Absent, Ada").getByRole(AriaRole.LINK)).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        assertThat(bar(page, "Open, Otto", "still open")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out")))
                .isVisible();
    }

    @Test
    void page_keys_turn_the_day_which_stands_in_the_address_and_back_comes_back(Desk desk) {
        aDay(day);
        Page page = open(desk, "?day=" + day);
        page.keyboard().press("ArrowDown");

        page.keyboard().press("PageDown");

        assertThat(page).hasURL(Pattern.compile("day=" + day.plusDays(1)));
        assertThat(row(page, "Night, Nora")).containsText("Counts on another day");
        assertThat(row(page, "Night, Nora").getByRole(AriaRole.LINK).last())
                .hasAccessibleName(Pattern.compile("Tue 22:00 to Wed 06:00, 8 h 0 min, 60 mi, counts on Tue"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("day=" + day + "$"));
        assertThat(bar(page, "Night, Nora", "Tue 22:00")).containsText("→ Wed");
        page.keyboard().press("PageUp");
        assertThat(page).hasURL(Pattern.compile("day=" + day.minusDays(1)));
        assertThat(page.locator(".day-counts")).hasText("No session on this day.");
        page.keyboard().press("PageDown");
        assertThat(row(page, "Night, Nora")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The next day"))
                .click();
        assertThat(page).hasURL(Pattern.compile("day=" + day.plusDays(1)));
    }

    @Test
    void t_shows_the_same_as_a_table_of_words_that_tab_goes_through(Desk desk) {
        aDay(day);
        Page page = open(desk, "?day=" + day);

        page.keyboard().press("t");

        assertThat(page).hasURL(Pattern.compile("view=table"));
        var table = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Sessions of "));
        assertThat(table.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {
            "Driver", "Sessions", "Driver time", "Dispatcher time", "Distance", "Problems", "Sent", "State", "Sign-off"
        });
        assertThat(row(page, "Ready, Rosa"))
                .containsText(Pattern.compile("Van \\d+, Tue 07:00 to 17:00, 10 h 0 min, 88 mi"));
        row(page, "Open, Otto").getByRole(AriaRole.LINK).first().focus();
        page.keyboard().press("Tab");
        assertThat(bar(page, "Open, Otto", "still open")).isFocused();
        page.keyboard().press("T");
        assertThat(page).hasURL(Pattern.compile("day=" + day + "$"));
        assertThat(page.locator(".day-bar").first()).isVisible();
    }

    @Test
    void the_same_day_by_vehicle_says_who_drove(Desk desk) {
        aDay(day);
        Page page = open(desk, "?day=" + day);

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Vehicles").setExact(true))
                .and(page.locator(".day-choice"))
                .click();

        assertThat(page).hasURL(Pattern.compile("by=vehicle"));
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Vehicle")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Ready, Rosa"))))
                .isVisible();
        assertThat(page.getByText("1 session without a vehicle is under Drivers only."))
                .isVisible();
        assertThat(page.locator(".day-counts")).hasText("1 with problems");
        assertThat(page.locator(".day-head").getByText("Exports")).isHidden();
    }

    @Test
    void overlaps_and_gaps_are_told_and_counted_once(Desk desk) {
        var driver = days.driver("Twice, Tara");
        days.read(driver, day, "07:00", "12:00", null, null);
        days.read(driver, day, "11:00", "14:00", null, null);
        days.read(driver, day, "15:00", "17:00", null, null);
        lines.settle();
        Page page = open(desk, "?day=" + day);

        assertThat(row(page, "Twice, Tara")).containsText("9 h 0 min");
        assertThat(page.getByRole(
                        AriaRole.IMG,
                        new Page.GetByRoleOptions().setName("11:00 to 12:00: two at once for 1 h 0 min, counted once")))
                .hasCount(1);
        assertThat(page.getByRole(
                        AriaRole.IMG, new Page.GetByRoleOptions().setName("14:00 to 15:00: nothing for 1 h 0 min")))
                .hasCount(1);
    }

    @Test
    void a_day_of_25_hours_says_so_and_has_an_axis_of_25(Desk desk) {
        var autumn = LocalDate.of(2024, 11, 3);
        days.read(days.driver("Autumn, Al"), autumn, "00:00", "08:00", 88, days.vehicle());
        lines.settle();
        Page page = open(desk, "?day=" + autumn);

        assertThat(page.getByText("This day has 25 hours: clocks change.")).isVisible();
        assertThat(row(page, "Autumn, Al")).containsText("9 h 0 min");
        double width = ((Number) page.evaluate("document.querySelector('.day-bar').getBoundingClientRect().width"
                        + " / document.querySelector('.day-track').getBoundingClientRect().width"))
                .doubleValue();
        assertThat(width).isBetween(9 / 25.0 - 0.005, 9 / 25.0 + 0.005);
    }

    @Test
    void what_somebody_enters_appears_by_itself_and_the_focus_stays(Desk desk) {
        aDay(day);
        Page page = open(desk, "?day=" + day);
        page.keyboard().press("ArrowDown");
        assertThat(bar(page, "Open, Otto", "still open")).isFocused();

        days.read(days.driver("Late, Lena"), day, "09:00", "12:00", 20, days.vehicle());

        assertThat(row(page, "Late, Lena")).containsText("✓ Ready");
        assertThat(bar(page, "Open, Otto", "still open")).isFocused();
    }

    @Test
    void who_corrects_nothing_may_look_all_the_same(Desk desk) {
        aDay(day);
        Page page = desk.signInAsNew(Role.AUDITOR);
        page.navigate("/shift-audit?day=" + day);

        assertThat(row(page, "Ready, Rosa")).isVisible();
        assertThat(page.locator(".day-head")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Exports")))
                .hasAttribute("href", "exports?day=" + day);
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        aDay(day);
        var driver = days.driver("Twice, Tara");
        days.read(driver, day, "07:00", "12:00", 50, days.vehicle());
        days.read(driver, day, "11:00", "14:00", 20, days.vehicle());
        days.read(driver, day, "15:30", "17:00", 500_000, days.vehicle());
        lines.settle();
        Page page = open(desk, "?day=" + day);
        holdsAtEveryWidthInBothSchemes(page, "day-check");
        page.setViewportSize(1440, 900);
        page.navigate("/shift-audit?view=table&day=" + day);
        assertThat(page.locator(".as-words")).isVisible();
        holdsAtEveryWidthInBothSchemes(page, "day-check-table");
        page.navigate("/shift-audit?day=" + day.plusDays(1));
        assertThat(row(page, "Night, Nora")).isVisible();
        holdsAtEveryWidthInBothSchemes(page, "day-check-next");
    }

    /** One of each kind; returns the session that nobody logged out of. */
    private UUID aDay(LocalDate date) {
        days.read(days.driver("Ready, Rosa"), date, "07:00", "17:00", 88, days.vehicle());
        days.read(days.driver("Owncar, Olga"), date, "07:00", "17:00", null, null);
        days.read(days.driver("Night, Nora"), date, "22:00", "06:00", 60, days.vehicle());
        var absent = days.driver("Absent, Ada");
        for (int week = 1; week <= 5; week++) {
            days.read(absent, date.minusWeeks(week), "07:00", "17:00", 88, days.vehicle());
        }
        var open = days.read(days.driver("Open, Otto"), date, "07:00", null, null, days.vehicle());
        lines.settle();
        return open;
    }

    private static Page open(Desk desk, String keys) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/shift-audit" + keys);
        assertThat(page.locator("desk-day[data-drawn]")).isVisible();
        return page;
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator bar(Page page, String name, String says) {
        return row(page, name).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(says));
    }
}
