package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.sessions.edit.TimeText;

/** What becomes of a row in a list of problems once its problem is gone. */
class FixedRowsBrowserTest extends SessionsBench {

    private static final TimeText TIMES = new TimeText(ZoneId.of("America/Los_Angeles"));

    @Test
    void a_row_that_a_save_fixed_stays_in_its_place_until_the_list_is_shown_anew(Desk desk) {
        var first = forgotten();
        var second = forgotten();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=Tester&mark=log-out-missing&sort=driver");
        int rows =
                sessions.grid().locator(".row-driver").locator("visible=true").count();
        int at = indexOf(sessions, first.driver(), rows);
        sessions.choose(at)
                .type("Log out", TIMES.text(LOG_IN.plus(Duration.ofHours(9))))
                .because("Forgot log-out")
                .save();

        assertThat(sessions.grid()).containsText("✓ Fixed");
        forgotten();
        assertThat(sessions.row(at)).containsText(first.driver());
        assertThat(sessions.row(at + 1)).containsText(second.driver());

        page.reload();
        assertThat(sessions.row(at)).containsText(second.driver());
        assertThat(sessions.grid()).not().containsText("✓ Fixed");
    }

    private static int indexOf(SessionsPage sessions, String driver, int rows) {
        for (int at = 0; at < rows; at++) {
            if (sessions.row(at).textContent().contains(driver)) {
                return at;
            }
        }
        throw new AssertionError(driver + " isn't in the list");
    }
}
