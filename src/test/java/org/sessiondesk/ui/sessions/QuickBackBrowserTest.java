package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.testing.Desk;

/** Back is pressed before the screen before has come: the address and the screen say the same all the same. */
class QuickBackBrowserTest extends SessionsBench {

    /** The quickest hand there is: presses Back the moment the address says where it leads. */
    private static final String BACK_AT_ONCE = """
            {
              const put = history.pushState;
              history.pushState = function (...what) {
                history.pushState = put;
                put.apply(this, what);
                history.back();
              };
            }
            null
            """;

    /** Presses Back, and once more when so many steps were heard of: the router takes each back and again itself. */
    private static final String BACK_AND_AGAIN = """
            nth => {
              let seen = 0;
              const heard = () => {
                if (++seen === nth) {
                  removeEventListener('popstate', heard, true);
                  setTimeout(() => history.back());
                }
              };
              addEventListener('popstate', heard, true);
              history.back();
            }
            """;

    /** What is asked next is answered 5 s later. */
    private static final String SLOW_SERVER = """
            {
              const send = XMLHttpRequest.prototype.send;
              XMLHttpRequest.prototype.send = function (...what) {
                XMLHttpRequest.prototype.send = send;
                setTimeout(() => send.apply(this, what), 5000);
              };
            }
            null
            """;

    @Test
    void from_another_screen(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");

        var sessions = SessionsPage.open(page, "q=" + last(read));
        String address = page.url();

        backAtOnce(page);
        menu(page, "Vehicles").click();

        assertThat(page).hasURL(address);
        assertThat(sessions.grid()).containsText(read.driver());
    }

    @Test
    void from_another_list(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");

        var sessions = SessionsPage.open(page, "q=" + last(read));
        String address = page.url();

        backAtOnce(page);
        sessions.link("Still out").click();

        assertThat(page).hasURL(address);
        assertThat(sessions.grid()).containsText(read.driver());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void twice_in_a_row(int nth, Desk desk) {
        twice(desk, nth, "null");
    }

    @Test
    void twice_in_a_row_while_the_server_takes_its_time(Desk desk) {
        twice(desk, 2, SLOW_SERVER);
    }

    /** @param nth with which step the second press comes; before the second step the browser drops it, whoever asks */
    private void twice(Desk desk, int nth, String before) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=" + last(read));
        String address = page.url();
        menu(page, "Vehicles").click();
        assertThat(heading(page, "Vehicles")).isVisible();
        menu(page, "History").click();
        assertThat(heading(page, "History of changes")).isVisible();

        page.evaluate(before);
        page.evaluate(BACK_AND_AGAIN, nth);

        assertThat(page).hasURL(address);
        assertThat(sessions.grid()).containsText(read.driver());
        page.goForward();
        assertThat(heading(page, "Vehicles")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/vehicles$"));
    }

    @Test
    void at_whatever_moment_after_a_row_was_chosen(Desk desk) {
        finished();
        var page = desk.signInAs("anna@demo.test");
        SessionsPage.open(page, "");
        menu(page, "Vehicles").click();
        assertThat(heading(page, "Vehicles")).isVisible();

        for (int milliseconds = 0; milliseconds <= 120; milliseconds += 10) {
            menu(page, "Sessions").click();
            SessionsPage.of(page).row(0).click();
            page.evaluate("wait => void setTimeout(() => history.back(), wait)", milliseconds);

            assertThat(heading(page, "Vehicles")).isVisible();
            assertThat(page).hasURL(Pattern.compile("/vehicles$"));
        }
    }

    private static void backAtOnce(Page page) {
        page.evaluate(BACK_AT_ONCE);
    }

    private static String last(Read read) {
        return read.driver().split(",")[0];
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    private static Locator menu(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
