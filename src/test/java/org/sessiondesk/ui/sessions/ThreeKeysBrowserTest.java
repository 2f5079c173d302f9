package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Desk;

/** A digit slip costs F8, Alt+Enter and Ctrl+Enter, wherever one comes from: each test counts what was pressed. */
class ThreeKeysBrowserTest extends SessionsBench {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> THREE = List.of("F8", "Alt+Enter", "Ctrl+Enter");

    /** What a hand does on the page; keys that only hold others down apart. */
    private static final String WATCH = """
            window.hand = [];
            const held = ['Control', 'Alt', 'Shift', 'Meta'];
            addEventListener('keydown', e => held.includes(e.key) || window.hand.push(
              (e.ctrlKey ? 'Ctrl+' : '') + (e.altKey ? 'Alt+' : '') + (e.shiftKey ? 'Shift+' : '') + e.key), true);
            addEventListener('pointerdown', () => window.hand.push('a click'), true);
            """;

    @Test
    void right_after_the_list_was_opened(Desk desk) {
        var read = slipped();
        var sessions = list(desk, read);
        watch(sessions);
        mend(sessions, read);
    }

    @Test
    void from_the_row_of_another_session(Desk desk) {
        var read = slipped();
        var sessions = SessionsPage.open(desk.signInAs("anna@demo.test"), "q=" + last(read));
        assertThat(sessions.grid()).containsText("▲ Digit slip");
        sessions.choose(0);
        assertThat(sessions.text("End mileage")).hasValue("51,860");
        watch(sessions);
        mend(sessions, read);
    }

    @Test
    void after_back(Desk desk) {
        var read = slipped();
        var sessions = list(desk, read);
        sessions.link("Still out").click();
        assertThat(sessions.page()).hasURL(Pattern.compile("mark=still-out"));
        sessions.page().goBack();
        assertThat(sessions.grid()).containsText(read.driver());
        watch(sessions);
        mend(sessions, read);
    }

    private static void mend(SessionsPage sessions, Read read) {
        var page = sessions.page();
        page.keyboard().press("F8");
        assertThat(heading(sessions)).containsText(read.driver());
        assertThat(sessions.text("End mileage")).hasValue("57,189");
        assertThat(sessions.text("End mileage")).isFocused();
        assertThat(sessions.text("End mileage")).hasAccessibleDescription("Digit slip");

        page.keyboard().press("Alt+Enter");
        assertThat(sessions.text("End mileage")).hasValue("51,789");
        assertThat(sessions.text("End mileage")).isFocused();

        page.keyboard().press("Control+Enter");
        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(page.evaluate("window.hand")).isEqualTo(THREE);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ONTIME.session(read.ontimeId())
                                .path("EndMileage")
                                .asInt())
                        .isEqualTo(51_789));
        assertThat(sessions.grid()).containsText("✓ Fixed");
    }

    private static SessionsPage list(Desk desk, Read read) {
        var sessions = SessionsPage.open(desk.signInAs("anna@demo.test"), "finding=any&q=" + last(read));
        assertThat(sessions.grid()).containsText(read.driver());
        return sessions;
    }

    private static void watch(SessionsPage sessions) {
        sessions.page().evaluate(WATCH);
    }

    private static String last(Read read) {
        return read.driver().split(",")[0];
    }

    private static Locator heading(SessionsPage sessions) {
        return sessions.editor().getByRole(AriaRole.HEADING).first();
    }
}
