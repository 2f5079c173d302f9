package org.sessiondesk.ui.daycheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Day check as people use it: by role and name. */
class DayCheckBrowserTest extends FleetScreens {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private static final AtomicInteger VANS = new AtomicInteger(1_000);

    private final LocalDate day = LocalDate.of(2015, 1, 6).plusWeeks(20L * TESTS.incrementAndGet());

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_supervisors_look_at_yesterday(Desk desk) {
        var yesterday = LocalDate.now(ZONE).minusDays(1);
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

        assertThat(page).hasURL(Pattern.compile("/sessions/" + open + "\\?"));
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out")))
                .isVisible();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/shift-audit$"));
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
            "Driver", "Sessions", "Driver time", "Dispatcher time", "Distance", "Problems", "Sent", "State"
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
    }

    @Test
    void overlaps_and_gaps_are_told_and_counted_once(Desk desk) {
        var driver = driver("Twice, Tara");
        read(driver, day, "07:00", "12:00", null, null);
        read(driver, day, "11:00", "14:00", null, null);
        read(driver, day, "15:00", "17:00", null, null);
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
        read(driver("Autumn, Al"), autumn, "00:00", "08:00", 88, vehicle());
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

        read(driver("Late, Lena"), day, "09:00", "12:00", 20, vehicle());

        assertThat(row(page, "Late, Lena")).containsText("✓ Ready");
        assertThat(bar(page, "Open, Otto", "still open")).isFocused();
    }

    @Test
    void who_corrects_nothing_may_look_all_the_same(Desk desk) {
        aDay(day);
        Page page = desk.signInAsNew(Role.AUDITOR);
        page.navigate("/shift-audit?day=" + day);

        assertThat(row(page, "Ready, Rosa")).isVisible();
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        aDay(day);
        var driver = driver("Twice, Tara");
        read(driver, day, "07:00", "12:00", 50, vehicle());
        read(driver, day, "11:00", "14:00", 20, vehicle());
        read(driver, day, "15:30", "17:00", 500_000, vehicle());
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
        read(driver("Ready, Rosa"), date, "07:00", "17:00", 88, vehicle());
        read(driver("Owncar, Olga"), date, "07:00", "17:00", null, null);
        read(driver("Night, Nora"), date, "22:00", "06:00", 60, vehicle());
        var absent = driver("Absent, Ada");
        for (int week = 1; week <= 5; week++) {
            read(absent, date.minusWeeks(week), "07:00", "17:00", 88, vehicle());
        }
        var open = read(driver("Open, Otto"), date, "07:00", null, null, vehicle());
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

    private UUID driver(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
                        values (?, ?, ?, true, '{}', now())
                        """).params(id, name, name.toLowerCase(Locale.ROOT)).update();
        return id;
    }

    private UUID vehicle() {
        var id = UUID.randomUUID();
        String name = "Van " + VANS.incrementAndGet();
        jdbc.sql("""
                        insert into vehicle (ontime_id, name, sort_name, fleet_id, company, record, read_at)
                        values (?, ?, ?, ?, true, '{}', now())
                        """).params(id, name, name.toLowerCase(Locale.ROOT), name).update();
        return id;
    }

    private UUID read(
            UUID driver,
            LocalDate date,
            String logIn,
            @Nullable String logOut,
            @Nullable Integer distance,
            @Nullable UUID vehicle) {
        var from = at(date, logIn);
        var to = logOut == null ? null : at(date, logOut);
        if (to != null && to.isBefore(from)) {
            to = at(date.plusDays(1), Objects.requireNonNull(logOut));
        }
        boolean reads = vehicle != null;
        return lines.read(
                UUID.randomUUID(),
                new SessionValues(
                        driver,
                        vehicle,
                        LogInType.DRIVER,
                        from,
                        to,
                        reads ? 1_000 : null,
                        distance == null || to == null ? null : 1_000 + distance));
    }

    private static Instant at(LocalDate date, String clock) {
        return date.atTime(LocalTime.parse(clock)).atZone(ZONE).toInstant();
    }
}
