package org.sessiondesk.ui.payout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day that was paid is marked wherever a supervisor meets it, as soon as the clerk has exported it. */
class PaidDaysBrowserTest extends FleetScreens {

    private final LocalDate day = SomeDays.unusedMonday().plusDays(1);

    @Autowired
    private JdbcClient jdbc;

    private UUID ann = new UUID(0, 0);
    private UUID session = new UUID(0, 0);

    @BeforeEach
    void aDay() {
        var days = new SomeDays(jdbc, lines::read);
        ann = days.driver("Able, Ann");
        session = days.read(ann, day, "07:00", "17:00", 88, days.vehicle());
        days.read(days.driver("Baker, Bob"), day, "07:00", "17:00", 88, days.vehicle());
        lines.settle();
    }

    @Test
    void day_check_says_which_export_paid_a_day_as_soon_as_it_is_made_and_while_it_is_open_again(Desk desk) {
        Page anna = open(desk);
        sign(anna);
        assertThat(row(anna)).not().containsText("Paid with export");

        long number = export(desk.open("pia@demo.test"));

        assertThat(row(anna)).containsText(Pattern.compile("Signed Anna .*Paid with export no\\. " + number));
        holdsAtEveryWidthInBothSchemes(anna, "day-check-paid");
        anna.setViewportSize(1440, 900);
        row(anna)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reopen…: Able, Ann"))
                .click();
        var dialog = anna.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("the driver called");
        dialog.getByRole(AriaRole.TEXTBOX).press("Enter");
        assertThat(row(anna)).containsText(Pattern.compile("Reopened by Anna .* · Paid with export no\\. " + number));
    }

    @Test
    void sessions_say_it_beside_the_padlock_as_soon_as_it_is_made(Desk desk) {
        Page anna = open(desk);
        sign(anna);
        anna.setViewportSize(1440, 900);
        anna.navigate("/sessions/%1$s?from=%2$s&to=%2$s".formatted(session, day));
        assertThat(anna.getByRole(
                        AriaRole.IMG,
                        new Page.GetByRoleOptions().setName("signed").setExact(true)))
                .hasCount(1);
        assertThat(anna.getByText(Pattern.compile("^Signed by Anna"))).isVisible();

        long number = export(desk.open("pia@demo.test"));

        var mark = anna.getByRole(
                AriaRole.IMG,
                new Page.GetByRoleOptions()
                        .setName("signed, day paid with export no. " + number)
                        .setExact(true));
        assertThat(mark).hasCount(1);
        assertThat(mark).hasAttribute("title", "signed, day paid with export no. " + number);
        assertThat(anna.getByText(Pattern.compile("^Signed by Anna.* Paid with export no\\. " + number)))
                .isVisible();
        holdsAtEveryWidthInBothSchemes(anna, "sessions-paid");
    }

    private Page open(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/shift-audit?day=" + day);
        assertThat(page.locator("desk-day[data-drawn]")).isVisible();
        return page;
    }

    private static void sign(Page page) {
        row(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName("Sign: Able, Ann")
                                .setExact(true))
                .click();
        assertThat(row(page)).containsText("Signed Anna");
    }

    private long export(Page page) {
        page.navigate("/exports?day=" + day);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Export no\\.")))
                .click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Export").setExact(true))
                .click();
        assertThat(page.getByText(Pattern.compile("^Export no\\. \\d+ made"))).isVisible();
        return jdbc.sql("select export_number from pay_export_row where driver_id = ?")
                .param(ann)
                .query(Long.class)
                .single();
    }

    private static Locator row(Page page) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^Able, Ann")));
    }
}
