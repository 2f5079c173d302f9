package org.sessiondesk.ui.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first screen as people use it. */
class OverviewBrowserTest extends FleetScreens {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void enter_starts_the_first_line_and_that_opens_a_problem_in_the_editor(Desk desk) {
        aVanWithASlip();
        Page page = desk.open("anna@demo.test");
        var start = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(Pattern.compile("^Start: All problems|^Start: Problems")));
        assertThat(start).isFocused();

        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/sessions/[0-9a-f-]{36}\\?.*finding=any"));
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("End mileage")))
                .isVisible();
    }

    @Test
    void every_line_is_a_link_and_what_is_nothing_is_grey_and_last(Desk desk) {
        aVanWithASlip();
        Page page = desk.open("anna@demo.test");
        var lines = part(page, "Needs you now").getByRole(AriaRole.LISTITEM);

        assertThat(lines).hasCount(6);
        for (var line : lines.all()) {
            assertThat(line.getByRole(AriaRole.LINK).first()).isVisible();
        }
        assertThat(lines.last().getByRole(AriaRole.LINK)).hasClass(Pattern.compile("quiet"));
        assertThat(lines.first()).containsText(Pattern.compile("[Pp]roblems"));
    }

    @Test
    void problems_are_counted_by_severity_and_rule_and_each_count_leads_to_just_these(Desk desk) {
        aVanWithASlip();
        Page page = desk.open("anna@demo.test");
        for (String count : new String[] {"▲ \\d+ errors?", "▲ .*[a-z] \\d+"}) {
            var link = part(page, "Needs you now")
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText("All problems"))
                    .getByRole(
                            AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + count + "$")))
                    .first();
            String sessions = link.textContent().replaceAll("\\D", "");
            link.click();

            assertThat(page).hasURL(Pattern.compile("/sessions\\?finding=(error|[a-z]+-[a-z-]+)$"));
            assertThat(page.locator(".sessions-foot")).containsText(Pattern.compile("^" + sessions + " session"));
            page.goBack();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview")))
                    .isVisible();
        }
    }

    @Test
    void what_was_put_aside_until_today_leads_to_all_of_it(Desk desk) {
        asideUntilNow(aVanWithASlip().wrong());
        asideUntilNow(aVanWithASlip().wrong());
        Page page = desk.open("anna@demo.test");
        var link = part(page, "Needs you now")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Put aside")));
        int due = Integer.parseInt(link.textContent().replaceAll("\\D", ""));
        org.assertj.core.api.Assertions.assertThat(due).isGreaterThan(1);
        link.click();

        assertThat(page).hasURL(Pattern.compile("/sessions\\?finding=due$"));
        assertThat(page.locator(".sessions-foot")).containsText(Pattern.compile("^" + due + " sessions"));
    }

    /** As if it had been put aside some days ago. */
    private void asideUntilNow(UUID session) {
        var until = Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into put_aside (session_id, aside_until, person_id, put_at) values (?, ?, ?, ?)")
                .params(session, until, UUID.randomUUID(), until)
                .update();
    }

    @Test
    void on_a_phone_nothing_in_the_head_line_lies_over_anything_else(Desk desk) {
        Page page = desk.signInOnPhone("anna@demo.test");
        page.navigate("/sessions");
        var status = page.locator(".head-line-status");
        assertThat(status).containsText("Nothing is read from OnTime");
        assertThat(page.getByText("Nothing is read from OnTime")).hasCount(1);
        var words = page.locator(".reading-head > :visible").last().boundingBox();
        var colours = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Colours:"))
                .boundingBox();
        org.assertj.core.api.Assertions.assertThat(words.x + words.width).isLessThanOrEqualTo(colours.x);
    }

    @Test
    void who_is_out_appears_by_itself_and_leads_to_the_session(Desk desk) {
        Page page = desk.open("anna@demo.test");

        var session = out("Okafor, Ada", 3);

        var line = part(page, "Still out")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("Okafor, Ada")));
        assertThat(line).containsText(Pattern.compile("\\(3 h [01] min\\)"));
        line.click();
        assertThat(page).hasURL(Pattern.compile("/sessions/" + session));
    }

    @Test
    void who_corrects_nothing_starts_nothing(Desk desk) {
        aVanWithASlip();
        Page page = desk.signInAsNew(Role.PAYROLL);
        page.navigate("/");
        assertThat(part(page, "Needs you now").getByRole(AriaRole.LINK).first()).isFocused();

        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Start"))))
                .hasCount(0);
    }

    @Test
    void it_is_the_first_of_the_menu_and_only_it_is_marked(Desk desk) {
        Page page = desk.open("anna@demo.test");
        var menu = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"));
        assertThat(menu.locator("vaadin-side-nav-item").first()).containsText("Overview");
        menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Vehicles"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/vehicles$"));
        assertThat(page.locator("vaadin-side-nav-item[current]")).hasCount(1);
        assertThat(page.locator("vaadin-side-nav-item[current]")).containsText("Vehicles");
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        aVanWithASlip();
        out("Late, Lena", 4);
        holdsAtEveryWidthInBothSchemes(desk.open("anna@demo.test"), "overview");
    }

    private static Locator part(Page page, String title) {
        return page.locator(".overview-part")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title))));
    }
}
