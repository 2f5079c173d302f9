package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

    @Test
    void twice_in_a_row(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");

        var sessions = SessionsPage.open(page, "q=" + last(read));
        String address = page.url();
        menu(page, "Vehicles").click();
        assertThat(heading(page, "Vehicles")).isVisible();
        menu(page, "History").click();
        assertThat(heading(page, "History of changes")).isVisible();

        page.evaluate("history.back(); setTimeout(() => history.back(), 20)");

        assertThat(page).hasURL(address);
        assertThat(sessions.grid()).containsText(read.driver());
        page.goForward();
        assertThat(heading(page, "Vehicles")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/vehicles$"));
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
