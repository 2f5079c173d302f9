package org.sessiondesk.ui.payperiod;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.vehicles.FleetScreens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pay period as the clerk looks at it: by role and name. */
class PeriodBrowserTest extends FleetScreens {

    /** A Monday. */
    private final LocalDate monday = SomeDays.unusedMonday();

    @Autowired
    private JdbcClient jdbc;

    private SomeDays days;
    private UUID otto = new UUID(0, 0);

    @BeforeEach
    void aWeek() {
        days = new SomeDays(jdbc, lines::read);
        var rosa = days.driver("Ready, Rosa");
        for (int day = 0; day < 5; day++) {
            days.read(rosa, monday.plusDays(day), "07:00", "15:42", 88);
        }
        otto = days.driver("Open, Otto");
        days.read(otto, monday, "07:00", "15:00", null, null);
        days.read(otto, monday.plusDays(1), "07:00", null, null);
        var absent = days.driver("Absent, Ada");
        for (int week = 1; week <= 5; week++) {
            days.read(absent, monday.minusWeeks(week).plusDays(2), "07:00", "17:00", 88);
        }
        lines.settle();
    }

    @Test
    void the_clerk_comes_from_a_day_to_its_period_and_from_a_cell_to_its_day(Desk desk) {
        Page page = desk.open("pia@demo.test");
        page.navigate("/shift-audit?day=" + monday);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pay period"))
                .click();

        assertThat(page).hasURL(Pattern.compile("/shift-audit/period\\?day=" + monday));
        assertThat(page.locator(".day-counts"))
                .hasText("0 of 8 signed · 6 ready · 1 with problems · 1 nothing entered");
        assertThat(row(page, "Ready, Rosa")).containsText("43 h 30 min");
        assertThat(row(page, "Ready, Rosa")).containsText("43.50 h");
        assertThat(row(page, "Ready, Rosa")).containsText("440 mi");
        assertThat(row(page, "Open, Otto")).containsText("not recorded");
        assertThat(row(page, "Open, Otto")).containsText("+ 1 open");
        assertThat(row(page, "Totals")).containsText("51 h 30 min");
        assertThat(cell(page, "Absent, Ada", "Wed")).hasText("○");
        assertThat(cell(page, "Open, Otto", "Tue"))
                .hasAccessibleName(Pattern.compile("^Tue .*: 1 session with problems, 0 h 0 min$"));
        cell(page, "Open, Otto", "Tue").click();

        assertThat(page).hasURL(Pattern.compile("/shift-audit\\?day=" + monday.plusDays(1) + "&at=" + otto));
        assertThat(page.locator("desk-day")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("still open")))
                .isFocused();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/shift-audit/period\\?day=" + monday));
        assertThat(row(page, "Ready, Rosa")).isVisible();
    }

    @Test
    void arrows_walk_the_cells_page_keys_turn_the_period_and_back_comes_back(Desk desk) {
        Page page = open(desk);

        page.keyboard().press("ArrowDown");
        assertThat(cell(page, "Absent, Ada", "Mon")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(cell(page, "Open, Otto", "Tue")).isFocused();
        page.keyboard().press("End");
        assertThat(cell(page, "Open, Otto", "Sun")).isFocused();

        page.keyboard().press("PageUp");
        assertThat(page).hasURL(Pattern.compile("day=" + monday.minusWeeks(1)));
        assertThat(row(page, "Absent, Ada")).containsText("10 h 00");
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("day=" + monday.plusDays(3)));
        assertThat(row(page, "Ready, Rosa")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The next pay period"))
                .click();
        assertThat(page).hasURL(Pattern.compile("day=" + monday.plusWeeks(1)));
        assertThat(page.locator(".day-counts")).containsText("nothing entered");
    }

    @Test
    void what_somebody_changes_meanwhile_comes_without_taking_the_focus(Desk desk) {
        Page page = open(desk);
        page.keyboard().press("ArrowDown");

        days.read(days.driver("Late, Lara"), monday, "08:00", "09:30", 10);

        assertThat(row(page, "Late, Lara")).containsText("1 h 30");
        assertThat(cell(page, "Absent, Ada", "Mon")).isFocused();
        assertThat(row(page, "Totals")).containsText("53 h 0 min");
    }

    @Test
    void the_clerk_signs_what_is_ready_is_told_what_keeps_the_period_open_and_where(Desk desk) {
        Page page = open(desk);

        button(page, "Sign all ready (6)").click();
        assertThat(page.locator(".day-counts")).containsText("6 of 8 signed");
        assertThat(cell(page, "Ready, Rosa", "Mon")).hasText("8 h 42 ✓");
        button(page, "Close period").click();
        dialogButton(page, "Close period").click();

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Not closed: 1 day isn't signed");
        assertThat(dialog).containsText("▲ has problems");
        dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open, Otto, Tue"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/shift-audit\\?day=" + monday.plusDays(1) + "&at=" + otto));
    }

    @Test
    void what_changed_since_the_period_was_drawn_is_not_signed(Desk desk) {
        Page page = open(desk);
        // No word of it reaches the screen.
        jdbc.sql("update driver_session set log_out_at = log_out_at + interval '1 hour', version = version + 1"
                        + " where driver_id = ? and log_out_at is not null")
                .param(otto)
                .update();

        button(page, "Sign all ready (6)").click();

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("5 signed, 1 not");
        assertThat(dialog).containsText("changed since you looked. Look at it again.");
        assertThat(cell(page, "Open, Otto", "Mon")).containsText("9 h 00");
    }

    @Test
    void a_period_is_closed_and_opened_again_with_a_reason(Desk desk) {
        var week = monday.plusWeeks(10);
        days.read(days.driver("Closed, Clara"), week, "07:00", "15:00", 88);
        var seven = week.plusDays(1).atTime(7, 0).atZone(SomeDays.ZONE).toInstant();
        lines.read(
                UUID.randomUUID(),
                new SessionValues(null, null, LogInType.DRIVER, seven, seven.plusSeconds(7_200), null, null));
        lines.settle();
        Page page = desk.open("pia@demo.test");
        page.navigate("/shift-audit/period?day=" + week);
        button(page, "Sign all ready (1)").click();
        assertThat(page.locator(".day-counts")).hasText("1 of 1 signed · 1 session without a driver");
        button(page, "Close period").click();
        var asks = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(asks).containsText("1 session without a driver stays unsigned and unpaid:");
        assertThat(asks.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Tue")))
                .hasAttribute("href", "shift-audit?day=" + week.plusDays(1));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "pay-period-closing.png")));
        dialogButton(page, "Close period").click();

        assertThat(page.getByText(Pattern.compile("^Closed by Pia"))).isVisible();
        var closed = page.getByRole(
                AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(Pattern.compile(", closed$")));
        assertThat(closed).hasCount(7);
        // A padlock is drawn there, in no need of a font that has one.
        assertThat(closed.first()).not().containsText("🔒");
        holdsAtEveryWidthInBothSchemes(page, "pay-period-closed");
        page.setViewportSize(1440, 900);
        assertThat(button(page, "Close period")).isHidden();
        page.navigate("/exports?day=" + week);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Export no\\.")))
                .click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Export").setExact(true))
                .click();
        assertThat(page.getByText(Pattern.compile("^Export no\\. \\d+ made"))).isVisible();
        page.navigate("/shift-audit/period?day=" + week);
        assertThat(cell(page, "Closed, Clara", "Mon")).hasText(Pattern.compile("^8 h 00 ✓\\s+no\\. \\d+$"));
        assertThat(cell(page, "Closed, Clara", "Mon"))
                .hasAccessibleName(Pattern.compile("signed, paid with export no\\. \\d+$"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Open .* again$")))
                .click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("Clara forgot a day");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open again"))
                .click();

        assertThat(button(page, "Close period")).isVisible();
        assertThat(cell(page, "Closed, Clara", "Mon")).hasText(Pattern.compile("^8 h 00 ✓"));
    }

    @Test
    void one_that_is_not_over_says_when_it_can_be_closed(Desk desk) {
        var today = SomeDays.today();
        days.read(otto, today, "00:00", "00:01", null, null);
        Page page = desk.open("pia@demo.test");
        page.navigate("/shift-audit/period?day=" + today);

        assertThat(button(page, "Close period")).isDisabled();
        assertThat(page.locator(".period-acts")).containsText(Pattern.compile("It can be closed once .+ is over\\."));
    }

    @Test
    void who_only_looks_has_no_buttons(Desk desk) {
        Page page = desk.open("ines@demo.test");
        page.navigate("/shift-audit/period?day=" + monday);
        assertThat(row(page, "Totals")).isVisible();
        assertThat(button(page, "Close period")).isHidden();
        assertThat(page.getByText("Sign all ready")).hasCount(0);
    }

    @Test
    void it_holds_at_every_width_in_both_schemes(Desk desk) {
        Page page = open(desk);

        holdsAtEveryWidthInBothSchemes(page, "pay-period");
    }

    @Test
    void the_paper_has_every_driver_and_nothing_to_press(Desk desk) throws IOException {
        var week = monday.plusWeeks(14);
        for (int n = 101; n <= 140; n++) {
            days.read(days.driver("Paper, " + n), week, "07:00", "15:00", 88);
        }
        lines.settle();
        Page page = desk.open("pia@demo.test");
        page.navigate("/shift-audit/period?day=" + week);
        assertThat(row(page, "Paper, 140")).isVisible();

        onPaper(page, "pay-period-paper", "Pay period");
        page.navigate("/shift-audit?day=" + week);
        assertThat(page.locator("desk-day")
                        .getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("Paper, 140")))
                .isVisible();
        onPaper(page, "day-check-paper", "By vehicle");
    }

    private static void onPaper(Page page, String name, String pressed) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "browser"));
        try (var paper = Loader.loadPDF(page.pdf())) {
            var text = new PDFTextStripper().getText(paper);
            Assertions.assertThat(text)
                    .contains("Day check", "Paper, 101", "Paper, 140", "320 h")
                    .doesNotContain("Overview", "Exports", "Sign all ready", pressed);
            Assertions.assertThat(paper.getNumberOfPages()).isBetween(2, 4);
            for (int n = 0; n < 2; n++) {
                ImageIO.write(
                        new PDFRenderer(paper).renderImageWithDPI(n, 96),
                        "png",
                        pictures.resolve(name + "-" + n + ".png").toFile());
            }
        }
    }

    private Page open(Desk desk) {
        Page page = desk.open("pia@demo.test");
        page.navigate("/shift-audit/period?day=" + monday.plusDays(3));
        assertThat(row(page, "Totals")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.locator(".period-acts")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator dialogButton(Page page, String name) {
        return page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator row(Page page, String name) {
        return page.locator("desk-period").getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator cell(Page page, String name, String day) {
        return row(page, name)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + day + " ")));
    }
}
