package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;

/** What is told of a session to others: the text for its driver, and the paper. */
class SessionHistoryBrowserTest extends SessionsBench {

    private static final String COPIES = """
            Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied = text; }}});
            """;

    private static final String REFUSES = """
            Object.defineProperty(navigator, 'clipboard', {value: {writeText: async () => { throw new Error('no'); }}});
            """;

    @Test
    void the_driver_is_told_before_after_and_reason_in_two_sentences(Desk desk) {
        var sessions = corrected(desk, COPIES);

        sessions.button("Copy text for driver").click();

        assertThat(sessions.saying("Copied: Your session of")).isVisible();
        assertThat((String) sessions.page().evaluate("window.copied"))
                .matches("Your session of [A-Z][a-z]{2} \\d+ [A-Z][a-z]{2}.* \\(Van \\d+\\) was corrected:"
                        + " End mileage from 52,398 to 52,389\\. Reason: Reading mistyped\\.");
    }

    @Test
    void of_a_revert_the_driver_is_told_what_is_back(Desk desk) {
        var sessions = corrected(desk, COPIES);
        assertThat(sessions.editor()).containsText("OnTime accepted it");
        sessions.button("Revert: End mileage: 52,398 → 52,389").click();
        assertThat(sessions.saying("Reverted.")).isVisible();

        sessions.button("Copy text for driver").first().click();

        assertThat(sessions.saying("Copied: Your session of")).isVisible();
        assertThat((String) sessions.page().evaluate("window.copied"))
                .matches("Your session of .* was changed back: End mileage from 52,389 to 52,398\\.");
    }

    @Test
    void where_the_browser_does_not_allow_copying_the_text_is_shown_to_be_copied(Desk desk) {
        var sessions = corrected(desk, REFUSES);

        sessions.button("Copy text for driver").click();

        assertThat(sessions.dialogText("The browser doesn't allow copying"))
                .hasValue(Pattern.compile("^Your session of .* was corrected: End mileage from 52,398 to 52,389\\."));
        Axe.assertNoViolations(sessions.page());
        sessions.page().keyboard().press("Escape");
        assertThat(sessions.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void the_paper_says_who_changed_what_why_and_where_in_the_trail(Desk desk) throws IOException {
        var sessions = corrected(desk, COPIES);
        assertThat(sessions.editor()).containsText("OnTime accepted it");
        var page = sessions.page()
                .waitForPopup(() -> sessions.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Print history"))
                        .click());

        assertThat(page).hasURL(Pattern.compile("/sessions/[0-9a-f-]{36}/history$"));
        assertThat(values(page, "End mileage")).containsText(Pattern.compile("52,398\\s*52,389\\s*52,389"));
        var corrected = entry(page, "corrected");
        assertThat(corrected).containsText("Anna");
        assertThat(corrected).containsText("End mileage 52,398 → 52,389");
        assertThat(corrected).containsText("Reason: Reading mistyped");
        assertThat(corrected.getByRole(AriaRole.CELL).first()).hasText(Pattern.compile("^\\d+$"));
        var read = entry(page, "read sessions");
        assertThat(read).containsText(Pattern.compile("Start mileage .* → 52,310"));
        assertThat(page.getByText(Pattern.compile("^Made .* by Anna.*ended in [0-9a-f]{64}")))
                .isVisible();
        Axe.assertNoViolations(page);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "session-history-1440-light.png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Print")))
                .isHidden();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Overview")))
                .isHidden();
        byte[] pdf = page.pdf();
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("History of a session", "52,389", "Reading mistyped")
                    .doesNotContain("Overview", "Back to the session");
            ImageIO.write(
                    new PDFRenderer(paper).renderImageWithDPI(0, 96),
                    "png",
                    Path.of("target", "browser", "session-history-paper.png").toFile());
        }
    }

    @Test
    void who_corrects_nothing_reads_and_tells_it_as_well(Desk desk) {
        var id = id(corrected(desk, COPIES).page());
        var page = desk.signInAsNew(Role.PAYROLL);
        page.navigate("/sessions/" + id + "/history");
        assertThat(entry(page, "corrected")).containsText("Anna");

        page.navigate("/sessions/00000000-0000-4000-8000-000000000000/history");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("History of a session")))
                .hasCount(0);
    }

    private SessionsPage corrected(Desk desk, String clipboard) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        page.addInitScript(clipboard);
        var sessions = SessionsPage.open(page, "q=" + read.driver().split(",")[0])
                .choose(0)
                .type("End mileage", "52389")
                .because("Reading mistyped")
                .save();
        assertThat(sessions.saying("saved.")).isVisible();
        return sessions;
    }

    private static String id(Page page) {
        return page.url().replaceAll(".*/sessions/([0-9a-f-]+).*", "$1");
    }

    private static Locator values(Page page, String field) {
        return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Values"))
                .getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + field)));
    }

    private static Locator entry(Page page, String what) {
        return page.getByRole(
                        AriaRole.TABLE,
                        new Page.GetByRoleOptions().setName("What happened, as the history of changes has it"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.CELL,
                                new Page.GetByRoleOptions().setName(what).setExact(true))))
                .first();
    }
}
