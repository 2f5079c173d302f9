package org.sessiondesk.ui.daycheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing a day, opening it again, and what came too late: by role and name. */
class SigningBrowserTest extends FleetScreens {

    private final LocalDate day = SomeDays.unusedMonday().plusDays(1);

    @Autowired
    private JdbcClient jdbc;

    private SomeDays days;

    @BeforeEach
    void someDays() {
        days = new SomeDays(jdbc, lines::read);
    }

    @Test
    void s_signs_a_row_and_goes_on_and_one_press_signs_all_that_is_ready(Desk desk) {
        ready("Able, Ann");
        ready("Baker, Bob");
        ready("Cook, Cy");
        days.read(days.driver("Open, Otto"), day, "07:00", null, null, days.vehicle());
        Page page = open(desk, "anna@demo.test");
        assertThat(signAll(page, 3)).isVisible();

        row(page, "Able, Ann").getByRole(AriaRole.LINK).first().focus();
        page.keyboard().down("s");

        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");
        assertThat(row(page, "Baker, Bob").getByRole(AriaRole.LINK).first()).isFocused();
        // Held, it comes again and again: nobody has looked at the next one.
        page.keyboard().down("s");
        page.keyboard().up("s");
        signAll(page, 2).click();
        assertThat(page.getByText("2 signed.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(row(page, "Cook, Cy")).containsText("Signed Anna");
        assertThat(page.locator(".day-counts")).hasText("0 of 4 ready · 3 signed · 1 with problems");
        assertThat(page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sign all ready"))))
                .isHidden();
    }

    @Test
    void what_is_ticked_is_signed_and_what_cannot_be_is_told_with_the_way_to_it(Desk desk) {
        ready("Able, Ann");
        ready("Baker, Bob");
        var open = days.read(days.driver("Open, Otto"), day, "07:00", null, null, days.vehicle());
        Page page = open(desk, "anna@demo.test");
        row(page, "Able, Ann").getByRole(AriaRole.LINK).first().focus();
        page.keyboard().press("Space");
        row(page, "Open, Otto").getByRole(AriaRole.CHECKBOX).check();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign ticked (2)"))
                .click();

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("1 signed, 1 not");
        assertThat(dialog).containsText("Open, Otto: Log-out missing");
        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");
        assertThat(row(page, "Baker, Bob")).containsText("✓ Ready");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open Open, Otto"))
                .click();
        assertThat(page).hasURL(Pattern.compile("session=" + open));
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out")))
                .isVisible();
    }

    @Test
    void what_changed_since_the_day_was_drawn_is_not_signed(Desk desk) {
        ready("Able, Ann");
        var changed = ready("Baker, Bob");
        Page page = open(desk, "anna@demo.test");
        assertThat(row(page, "Baker, Bob")).containsText("10 h 0 min");
        // No word of it reaches the screen.
        jdbc.sql(
                        "update driver_session set log_out_at = log_out_at + interval '2 hours', version = version + 1 where id = ?")
                .param(changed)
                .update();

        signAll(page, 2).click();

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("1 signed, 1 not");
        assertThat(page.getByRole(AriaRole.DIALOG))
                .containsText("Baker, Bob: changed since you looked. Look at it again.");
        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");
        assertThat(row(page, "Baker, Bob")).containsText("12 h 0 min");
        assertThat(row(page, "Baker, Bob")).containsText("✓ Ready");
    }

    @Test
    void a_tick_keeps_the_focus_when_the_day_is_drawn_anew_and_does_not_go_along_to_another_day(Desk desk) {
        ready("Able, Ann");
        var bob = days.driver("Baker, Bob");
        days.read(bob, day, "07:00", "17:00", 88, days.vehicle());
        days.read(bob, day.plusDays(1), "07:00", "17:00", 88, days.vehicle());
        Page page = open(desk, "anna@demo.test");
        var tick = row(page, "Baker, Bob").getByRole(AriaRole.CHECKBOX);
        tick.check();
        tick.focus();

        days.read(days.driver("Cook, Cy"), day, "08:00", "09:30", 10, days.vehicle());

        assertThat(row(page, "Cook, Cy")).isVisible();
        assertThat(tick).isFocused();
        assertThat(tick).isChecked();
        page.keyboard().press("PageDown");
        assertThat(signAll(page, 1)).isVisible();
        assertThat(tick).not().isChecked();
        page.keyboard().press("PageUp");
        assertThat(signAll(page, 3)).isVisible();
        assertThat(tick).not().isChecked();
    }

    @Test
    void a_press_is_heard_though_the_day_changes_while_the_mouse_is_down(Desk desk) {
        ready("Able, Ann");
        Page page = open(desk, "anna@demo.test");
        button(page, "Able, Ann", "Sign: Able, Ann").hover();
        page.mouse().down();

        ready("Baker, Bob");
        assertThat(signAll(page, 2)).isVisible();
        page.mouse().up();

        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");
        assertThat(row(page, "Baker, Bob")).containsText("✓ Ready");
    }

    @Test
    void a_warning_is_asked_about_and_passes_with_a_reason(Desk desk) {
        ready("Able, Ann");
        days.read(days.driver("Long, Lou"), day, "05:00", "21:00", null, null);
        Page page = open(desk, "anna@demo.test");

        signAll(page, 2).click();

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("1 signed");
        assertThat(dialog).containsText("Long, Lou");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Sign").setExact(true))
                .click();
        assertThat(dialog).containsText("Say why.");
        dialog.getByRole(AriaRole.TEXTBOX).fill("broke down on the road");
        dialog.getByRole(AriaRole.TEXTBOX).press("Enter");

        assertThat(row(page, "Long, Lou")).containsText("Signed Anna");
        assertThat(row(page, "Long, Lou")).containsText("All the same: broke down on the road");
    }

    @Test
    void a_signed_session_can_only_be_looked_at_until_its_day_is_reopened_and_then_says_what_changed(Desk desk) {
        var session = ready("Able, Ann");
        Page page = open(desk, "anna@demo.test");
        button(page, "Able, Ann", "Sign: Able, Ann").click();
        button(page, "Able, Ann", "Reopen…: Able, Ann").waitFor();

        page.navigate("/shift-audit?day=" + day + "&session=" + session);
        var logOut = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Log out"));
        assertThat(page.getByText(Pattern.compile("Signed by Anna .*"))).isVisible();
        assertThat(logOut).not().isEditable();
        // Neither is it split or left out.
        var more = page.getByLabel("More acts");
        assertThat(more).isHidden();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Reopen…").setExact(true))
                .click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("the driver called");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Reopen").setExact(true))
                .click();
        assertThat(logOut).isEditable();
        assertThat(more).isVisible();
        logOut.fill(day + " 16:00");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Forgot log-out"))
                .check();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.getByText(Pattern.compile("Able saved.*"))).isVisible();
        lines.settle();

        page.navigate("/shift-audit?day=" + day);
        assertThat(row(page, "Able, Ann")).containsText("Reopened by Anna");
        button(page, "Able, Ann", "Sign: Able, Ann").click();
        assertThat(dialog).containsText("the driver called");
        assertThat(dialog).containsText(Pattern.compile("Log out: .*17:00 → .*16:00"));
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Sign").setExact(true))
                .click();
        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");
    }

    @Test
    void signed_sessions_have_a_padlock_in_sessions_and_a_filter_and_the_pay_period_is_a_period_there(Desk desk) {
        var ann = days.driver("Able, Ann");
        // The pay period there is that of yesterday.
        var yesterday = SomeDays.today().minusDays(1);
        days.read(ann, yesterday, "00:00", "00:01", null, null);
        days.read(ann, day, "07:00", "17:00", 88, days.vehicle());
        ready("Baker, Bob");
        Page page = open(desk, "anna@demo.test");
        button(page, "Able, Ann", "Sign: Able, Ann").click();
        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");

        page.setViewportSize(1440, 900);
        page.navigate("/sessions?from=%1$s&to=%1$s&driver=%2$s".formatted(day, ann));
        var add = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add session"));
        assertThat(add).isVisible();
        var end = add.boundingBox();
        Assertions.assertThat(end.x + end.width).isLessThanOrEqualTo(1440);
        page.navigate("/sessions?from=%1$s&to=%1$s".formatted(day));
        var padlock = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("signed"));
        assertThat(page.getByText("Baker, Bob")).isVisible();
        assertThat(padlock).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Problem or mark"))
                .click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("Mark: Signed").setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile("mark=signed"));
        assertThat(page.getByText("Baker, Bob")).hasCount(0);
        assertThat(padlock).hasCount(1);

        page.navigate("/sessions?period=pay&driver=" + ann);
        assertThat(page.getByText(Pattern.compile("^1 session · "))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Period")))
                .containsText("Pay period");
    }

    @Test
    void nothing_entered_is_no_word_on_whether_somebody_worked_until_a_person_says_it(Desk desk) {
        var absent = days.driver("Absent, Ada");
        for (int week = 1; week <= 5; week++) {
            days.read(absent, day.minusWeeks(week), "07:00", "17:00", 88, days.vehicle());
        }
        Page page = open(desk, "anna@demo.test");
        assertThat(row(page, "Absent, Ada")).containsText("○ Nothing entered");

        button(page, "Absent, Ada", "Did not work: Absent, Ada").click();

        assertThat(row(page, "Absent, Ada")).containsText("Did not work says Anna");
        button(page, "Absent, Ada", "Take back: Absent, Ada").click();
        assertThat(row(page, "Absent, Ada")).containsText("○ Nothing entered");
    }

    @Test
    void an_auditor_sees_who_signed_and_has_no_buttons_and_payroll_signs_and_does_not_reopen(Desk desk) {
        ready("Able, Ann");
        Page payroll = desk.signInAsNew(Role.PAYROLL);
        payroll.navigate("/shift-audit?day=" + day);
        button(payroll, "Able, Ann", "Sign: Able, Ann").click();
        assertThat(row(payroll, "Able, Ann")).containsText("Signed");
        assertThat(row(payroll, "Able, Ann").getByRole(AriaRole.BUTTON)).hasCount(0);

        Page auditor = desk.signInAsNew(Role.AUDITOR);
        auditor.navigate("/shift-audit?day=" + day);
        assertThat(row(auditor, "Able, Ann")).containsText("Signed");
        assertThat(row(auditor, "Able, Ann").getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    @Test
    void what_OnTime_changed_on_a_signed_day_waits_to_be_kept_out_or_taken(Desk desk) {
        var driver = days.driver("Able, Ann");
        var ontimeId = UUID.randomUUID();
        lines.read(ontimeId, shift(driver, "17:00"));
        Page page = open(desk, "anna@demo.test");
        button(page, "Able, Ann", "Sign: Able, Ann").click();
        button(page, "Able, Ann", "Reopen…: Able, Ann").waitFor();
        lines.read(ontimeId, shift(driver, "18:00"));

        page.navigate("/shift-audit/late");
        var item = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Able, Ann.*17:00 → .*18:00")));
        assertThat(item).hasCount(1);
        holdsAtEveryWidthInBothSchemes(page, "late-changes");
        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take OnTime's"))
                .click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("OnTime is right");
        dialog.getByRole(AriaRole.TEXTBOX).press("Enter");
        assertThat(page.getByText("Taken over. The day has to be signed again."))
                .isVisible();
        assertThat(item).hasCount(0);

        page.navigate("/shift-audit?day=" + day);
        lines.settle();
        assertThat(row(page, "Able, Ann")).containsText("11 h 0 min");
        button(page, "Able, Ann", "Sign: Able, Ann").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Sign").setExact(true))
                .click();
        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");
        lines.read(ontimeId, shift(driver, "19:00"));
        page.navigate("/shift-audit/late");
        var items = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Able, Ann"));
        var keep = items.filter(new Locator.FilterOptions().setHasText(Pattern.compile("18:00 → .*19:00")))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep as signed"));
        keep.focus();
        lines.read(UUID.randomUUID(), from(shift(driver, "20:00").logOut(), shift(driver, "22:00")));
        assertThat(items.filter(new Locator.FilterOptions().setHasText("new in OnTime")))
                .containsText(Pattern.compile("Log out: .*22:00"));
        assertThat(keep).isFocused();
        keep.click();
        assertThat(page.getByText("Kept as signed.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private static SessionValues from(@Nullable Instant logIn, SessionValues shift) {
        return new SessionValues(shift.driver(), shift.vehicle(), shift.type(), logIn, shift.logOut(), null, null);
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        ready("Able, Ann");
        ready("Baker, Bob");
        days.read(days.driver("Long, Lou"), day, "05:00", "21:00", null, null);
        days.read(days.driver("Open, Otto"), day, "07:00", null, null, days.vehicle());
        Page page = open(desk, "anna@demo.test");
        button(page, "Able, Ann", "Sign: Able, Ann").click();
        assertThat(row(page, "Able, Ann")).containsText("Signed Anna");
        holdsAtEveryWidthInBothSchemes(page, "signing");
        page.setViewportSize(1440, 900);
        signAll(page, 2).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Long, Lou");
        holdsAtEveryWidthInBothSchemes(page, "signing-asks");
    }

    private SessionValues shift(UUID driver, String logOut) {
        return new SessionValues(
                driver, null, LogInType.DRIVER, SomeDays.at(day, "07:00"), SomeDays.at(day, logOut), null, null);
    }

    private UUID ready(String name) {
        return days.read(days.driver(name), day, "07:00", "17:00", 88, days.vehicle());
    }

    private Page open(Desk desk, String person) {
        lines.settle();
        Page page = desk.signInAs(person);
        page.navigate("/shift-audit?day=" + day);
        assertThat(page.locator("desk-day[data-drawn]")).isVisible();
        return page;
    }

    private static Locator signAll(Page page, int ready) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign all ready (%d)".formatted(ready)));
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator button(Page page, String name, String label) {
        return row(page, name)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }
}
