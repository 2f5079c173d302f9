package org.sessiondesk.ui.vehicles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Desk;

/** A vehicle's page as people use it: the chart, its breaks, its new odometers. */
class VehicleBrowserTest extends FleetScreens {

    @Test
    void a_break_is_marked_says_which_sessions_and_a_click_opens_them_side_by_side(Desk desk) {
        var van = aVanWithASlip();
        Page page = open(desk, van);
        var mark = page.locator("desk-odometer path[fill='var(--desk-red)']");
        assertThat(mark).hasCount(1);

        mark.hover();
        assertThat(page.locator("desk-odometer")).containsText("Digit slip");
        assertThat(page.locator("desk-odometer")).containsText("Ruiz, Marco");
        mark.click();

        var pair = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Side by side"));
        assertThat(pair.getByRole(AriaRole.COLUMNHEADER)).hasCount(3);
        assertThat(pair).containsText("Ruiz, Marco");
        assertThat(pair).containsText("Lee, Jo");
        assertThat(page).hasURL(Pattern.compile("pair=" + van.wrong()));
        page.reload();
        assertThat(pair).isVisible();
        pair.getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(Pattern.compile("/sessions/"));
    }

    @Test
    void one_slipped_digit_makes_nothing_else_flat_and_the_colours_follow_the_theme(Desk desk) {
        Page page = open(desk, aVanWithASlip());
        assertThat(((Number) page.evaluate("document.querySelector('desk-odometer').drawing.high")).intValue())
                .isLessThan(54_000);
        assertThat(((Number) page.evaluate("document.querySelector('desk-odometer').drawing.breaks[0].beyond"))
                        .intValue())
                .isEqualTo(1);

        String light = colour(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        String dark = colour(page);

        assertThat(light).startsWith("rgb").isNotEqualTo(dark);
    }

    @Test
    void the_same_is_found_by_keyboard_in_the_list_of_breaks_and_in_the_table(Desk desk) {
        Page page = open(desk, aVanWithASlip());
        var broken = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Digit slip.*side by side")));
        broken.focus();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Side by side")))
                .isFocused();
        assertThat(page.locator(".trips")).hasAttribute("aria-label", "Sessions of this period");
        assertThat(page.locator(".trips")).containsText("▲ 1 error");

        page.getByLabel("Close", new Page.GetByLabelOptions().setExact(true)).click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Side by side")))
                .isHidden();
        // Where Tab leads to.
        page.evaluate("document.querySelector('.trips').shadowRoot.querySelector('#items [tabindex=\"0\"]').focus()");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Side by side")))
                .isVisible();
    }

    @Test
    void a_new_odometer_is_said_in_a_dialog_and_undone(Desk desk) {
        Page page = open(desk, aVanWithASlip());
        button(page, "New odometer").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        field(dialog, "Since").fill("soon");
        button(dialog, "New odometer").click();
        assertThat(dialog).containsText("A whole number from 0 to 1,999,999.");
        assertThat(dialog).containsText("Not a date and time.");
        field(dialog, "First reading").fill("12");
        field(dialog, "Since").fill("2026-06-02 07:15");
        page.keyboard().press("Enter");

        var acts = page.locator(".odometer-acts");
        assertThat(acts).containsText(Pattern.compile("New odometer since Tue 2 Jun.* 07:15, first reading 12\\."));
        assertThat(acts.getByRole(AriaRole.LISTITEM)).hasCount(1);
        button(acts, "Undo").click();
        assertThat(acts).containsText("Undone.");
        assertThat(acts.getByRole(AriaRole.LISTITEM)).hasCount(0);
    }

    @Test
    void who_may_correct_nothing_sees_the_line_and_no_way_to_change_it(Desk desk) {
        var van = aVanWithASlip();
        Page page = desk.signInAsNew(Role.AUDITOR);
        page.navigate("/vehicles/" + van.id() + "?pair=" + van.wrong());
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Side by side")))
                .isVisible();

        assertThat(page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("New odometer"))))
                .hasCount(0);
    }

    @Test
    void a_period_without_sessions_leads_to_the_last_one_and_an_unknown_vehicle_is_said(Desk desk) {
        var van = aVanWithASlip();
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/vehicles/" + van.id() + "?from=2020-01-01&to=2020-01-31");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Show the days up to")))
                .click();
        assertThat(page.locator(".trips")).containsText("Lee, Jo");

        page.navigate("/vehicles/00000000-0000-0000-0000-000000000000");
        assertThat(page.getByRole(AriaRole.HEADING)).containsText("page");
    }

    @Test
    void the_list_finds_a_vehicle_by_its_plate_and_leads_to_it(Desk desk) {
        var van = aVanWithASlip();
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/vehicles");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name or plate"))
                .fill(van.name().replace("Van ", "PLT-"));
        assertThat(page).hasURL(Pattern.compile("q=PLT-"));
        assertThat(page.getByRole(AriaRole.STATUS).getByText("1 vehicle")).isVisible();
        assertThat(page.locator(".fleet")).containsText("▲ 1 error");
        holdsAtEveryWidthInBothSchemes(page, "vehicles");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(van.name()))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(van.name())))
                .isVisible();
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        var van = aVanWithASlip();
        Page page = open(desk, van);
        holdsAtEveryWidthInBothSchemes(page, "vehicle");
        page.setViewportSize(1440, 900);
        page.navigate("/vehicles/" + van.id() + "?pair=" + van.wrong());
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Side by side")))
                .isVisible();
        holdsAtEveryWidthInBothSchemes(page, "vehicle-pair");
    }

    private static Page open(Desk desk, Van van) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/vehicles/" + van.id());
        assertThat(page.getByRole(
                        AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^Odometer over time"))))
                .isVisible();
        assertThat(page.locator("desk-odometer")).hasAttribute("data-drawn", "1");
        return page;
    }

    private static String colour(Page page) {
        return (String) page.evaluate(
                "getComputedStyle(document.querySelector(\"desk-odometer path[fill='var(--desk-red)']\")).fill");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Locator within, String name) {
        return within.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name));
    }
}
