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

/** The editor beside the day's board, as people use it. */
class DayEditorBrowserTest extends FleetScreens {

    private final LocalDate day = SomeDays.unusedMonday().plusDays(1);

    @Autowired
    private JdbcClient jdbc;

    private SomeDays days;
    private UUID open;

    @BeforeEach
    void aDay() {
        days = new SomeDays(jdbc, lines::read);
        days.read(days.driver("Ready, Rosa"), day, "07:00", "17:00", 88, days.vehicle());
        open = days.read(days.driver("Open, Otto"), day, "07:00", null, null, days.vehicle());
        lines.settle();
    }

    @Test
    void a_bar_opens_its_session_beside_the_board_and_a_save_is_seen_there_at_once(Desk desk) {
        Page page = open(desk);

        bar(page, "Open, Otto").click();

        assertThat(page).hasURL(Pattern.compile("/shift-audit\\?.*session=" + open));
        assertThat(bar(page, "Open, Otto")).isFocused();
        assertThat(bar(page, "Open, Otto")).hasAttribute("aria-current", "true");
        assertThat(editor(page)).containsText("Open, Otto");
        text(page, "Log out").fill(day + " 16:00");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Forgot log-out"))
                .check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(page.getByText("Open saved.")).isVisible();
        assertThat(row(page, "Open, Otto")).containsText("9 h 0 min");
        assertThat(row(page, "Open, Otto")).containsText("✓ Ready");
    }

    @Test
    void enter_leads_into_the_editor_escape_back_to_the_bar_and_arrows_walk_on(Desk desk) {
        Page page = open(desk);
        page.keyboard().press("ArrowDown");
        assertThat(bar(page, "Open, Otto")).isFocused();

        page.keyboard().press("Enter");
        assertThat(text(page, "Log out")).isFocused();
        page.keyboard().press("Escape");

        assertThat(editor(page)).isHidden();
        assertThat(page).hasURL(Pattern.compile("/shift-audit\\?day=" + day + "$"));
        assertThat(bar(page, "Open, Otto")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(bar(page, "Ready, Rosa")).isFocused();
        bar(page, "Ready, Rosa").click();
        assertThat(editor(page)).containsText("Ready, Rosa");
        page.keyboard().press("ArrowUp");
        assertThat(bar(page, "Open, Otto")).isFocused();
        assertThat(editor(page)).containsText("Ready, Rosa");
        page.keyboard().press("Enter");
        assertThat(editor(page)).containsText("Open, Otto");
        assertThat(text(page, "Log out")).isFocused();
    }

    @Test
    void back_closes_it_and_the_address_opens_it(Desk desk) {
        Page page = open(desk);
        bar(page, "Ready, Rosa").click();
        assertThat(editor(page)).containsText("Ready, Rosa");
        bar(page, "Open, Otto").click();
        assertThat(editor(page)).containsText("Open, Otto");

        page.goBack();
        assertThat(editor(page)).isHidden();
        assertThat(page).hasURL(Pattern.compile("/shift-audit\\?day=" + day + "$"));

        page.navigate("/shift-audit?day=" + day + "&session=" + open);
        assertThat(editor(page)).containsText("Open, Otto");
        // The board hears keys once it is drawn.
        assertThat(bar(page, "Open, Otto")).isVisible();
        page.keyboard().press("PageDown");
        assertThat(page).hasURL(Pattern.compile("day=" + day.plusDays(1) + "$"));
        assertThat(editor(page)).isHidden();
    }

    @Test
    void what_was_typed_is_asked_for_before_another_bar_takes_it(Desk desk) {
        Page page = open(desk);
        bar(page, "Open, Otto").click();
        text(page, "Start mileage").fill("1234");
        text(page, "Start mileage").blur();

        bar(page, "Ready, Rosa").click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .or(page.getByRole(AriaRole.DIALOG))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard"))
                .click();

        assertThat(editor(page)).containsText("Ready, Rosa");
    }

    @Test
    void control_and_enter_save_and_open_the_next_bar_with_a_problem(Desk desk) {
        days.read(days.driver("Open, Zoe"), day, "08:00", null, null, days.vehicle());
        lines.settle();
        Page page = open(desk);
        bar(page, "Open, Otto").click();
        text(page, "Log out").fill(day + " 16:00");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Forgot log-out"))
                .check();
        text(page, "Log out").press("Control+Enter");

        assertThat(editor(page)).containsText("Open, Zoe");
        assertThat(text(page, "Log out")).isFocused();
    }

    @Test
    void on_a_phone_it_covers_the_board_and_its_arrow_leads_back(Desk desk) {
        Page page = open(desk);
        page.setViewportSize(390, 844);
        bar(page, "Open, Otto").click();

        assertThat(editor(page)).containsText("Open, Otto");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")))
                .isVisible();
        editor(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Back to the list"))
                .click();
        assertThat(editor(page)).isHidden();
        assertThat(bar(page, "Open, Otto")).isVisible();
    }

    @Test
    void who_corrects_nothing_reads_it_there(Desk desk) {
        Page page = desk.signInAsNew(Role.PAYROLL);
        page.navigate("/shift-audit?day=" + day + "&session=" + open);

        assertThat(editor(page)).containsText("Open, Otto");
        assertThat(text(page, "Log out")).not().isEditable();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")))
                .hasCount(0);
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        Page page = open(desk);
        page.navigate("/shift-audit?day=" + day + "&session=" + open);
        assertThat(editor(page)).containsText("Open, Otto");
        holdsAtEveryWidthInBothSchemes(page, "day-editor");
    }

    private Page open(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/shift-audit?day=" + day);
        assertThat(page.locator("desk-day[data-drawn]")).isVisible();
        return page;
    }

    private static Locator editor(Page page) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Session").setExact(true));
    }

    private static Locator text(Page page, String name) {
        return editor(page)
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator bar(Page page, String name) {
        return row(page, name).getByRole(AriaRole.LINK).last();
    }
}
