package org.sessiondesk.ui.daycheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came too late for signed days: what a decision about it means, and where the focus goes afterwards. */
class LateChangesBrowserTest extends FleetScreens {

    private final LocalDate day = SomeDays.unusedMonday().plusDays(1);

    @Autowired
    private JdbcClient jdbc;

    private SomeDays days;

    @BeforeEach
    void someDays() {
        days = new SomeDays(jdbc, lines::read);
        nothingWaits();
    }

    /** The screen shows those of all days: what other classes of the same portal left, and what they would find. */
    @AfterEach
    void nothingWaits() {
        jdbc.sql("update late_change set decision = 'SETTLED', decided_at = now() where decision is null")
                .update();
    }

    @Test
    void taking_a_change_of_a_paid_day_says_which_export_paid_it_and_what_becomes_of_the_difference(Desk desk) {
        var ann = signed(desk, "Able, Ann");
        var bob = signed(desk, "Baker, Bob");
        Page clerk = desk.open("pia@demo.test");
        clerk.navigate("/exports?day=" + day);
        clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Export no\\.")))
                .click();
        clerk.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Export").setExact(true))
                .click();
        assertThat(clerk.getByText(Pattern.compile("^Export no\\. \\d+ made"))).isVisible();
        var cy = signed(desk, "Cook, Cy");
        late(ann, "18:00");
        late(cy, "18:00");
        Page page = open(desk);

        act(page, "Take OnTime's", "Able, Ann").click();

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog)
                .containsText(Pattern.compile("Tue .* was paid with export no\\. " + export(bob)
                        + ": once it is signed again, the next export lists what differs\\."));
        holdsAtEveryWidthInBothSchemes(page, "late-take-paid");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        act(page, "Take OnTime's", "Cook, Cy").click();
        assertThat(dialog).containsText("has to be signed again");
        assertThat(dialog).not().containsText("was paid");
    }

    @Test
    void after_a_decision_the_focus_is_on_the_next_one_s_and_on_the_head_when_nothing_waits(Desk desk) {
        late(signed(desk, "Able, Ann"), "18:00");
        late(signed(desk, "Baker, Bob"), "18:00");
        late(signed(desk, "Cook, Cy"), "18:00");
        late(signed(desk, "Dean, Di"), "18:00");
        Page page = open(desk);
        act(page, "Keep as signed", "Baker, Bob").focus();

        page.keyboard().down("Enter");
        assertThat(act(page, "Keep as signed", "Cook, Cy")).isFocused();
        // Held, it comes again and again: nobody has read the next one.
        page.keyboard().down("Enter");
        page.keyboard().up("Enter");
        act(page, "Take OnTime's", "Cook, Cy").focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("OnTime is right");
        page.keyboard().press("Enter");
        assertThat(act(page, "Take OnTime's", "Dean, Di")).isFocused();
        act(page, "Keep as signed", "Dean, Di").focus();
        page.keyboard().press("Enter");
        // It was the last one.
        assertThat(act(page, "Keep as signed", "Able, Ann")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByText("Nothing has changed in OnTime")).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Late changes")))
                .isFocused();
    }

    private record Worked(UUID driver, UUID ontimeId) {}

    /** Somebody who worked until 17:00, signed by Anna. */
    private Worked signed(Desk desk, String name) {
        var worked = new Worked(days.driver(name), UUID.randomUUID());
        late(worked, "17:00");
        lines.settle();
        Page page = desk.open("anna@demo.test");
        page.navigate("/shift-audit?day=" + day);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign: " + name).setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name))))
                .containsText("Signed Anna");
        return worked;
    }

    private void late(Worked worked, String logOut) {
        lines.read(
                worked.ontimeId(),
                new SessionValues(
                        worked.driver(),
                        null,
                        LogInType.DRIVER,
                        SomeDays.at(day, "07:00"),
                        SomeDays.at(day, logOut),
                        null,
                        null));
    }

    private long export(Worked worked) {
        return jdbc.sql("select max(export_number) from pay_export_row where driver_id = ?")
                .param(worked.driver())
                .query(Long.class)
                .single();
    }

    private static Page open(Desk desk) {
        Page page = desk.open("anna@demo.test");
        page.navigate("/shift-audit/late");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Late changes")))
                .isVisible();
        return page;
    }

    private static Locator act(Page page, String act, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + act + ".*" + name)));
    }
}
