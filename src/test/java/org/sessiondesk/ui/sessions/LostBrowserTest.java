package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.NewsUnderWay;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of somebody's typing when database, connection or log-in is lost under it. */
class LostBrowserTest extends SessionsBench {

    @Autowired
    private TestDatabase database;

    @Autowired
    private LiveNews news;

    @Test
    void with_the_database_away_a_save_says_so_keeps_the_typing_and_works_once_it_is_back(
            Desk desk, Browsers browsers) {
        var read = finished();
        var page = browsers.open();
        var heard = heardBy(page);
        var sessions = typed(desk.signInAs("anna@demo.test", page), read);

        try (var _ = database.away()) {
            sessions.save();
            assertThat(sessions.saying("Session Desk can't reach its database; your typing is kept."))
                    .isVisible();
            // Until it was answered: one that still waits when the database is back is kept, rightly.
            page.waitForResponse(answer -> answer.url().contains("v-r=uidl"), sessions::save);
            assertThat(page.locator("vaadin-notification-card")).hasCount(1);
            // Out before it went away, and late here.
            new NewsUnderWay(news).arrive();
            page.waitForResponse(answer -> answer.url().contains("v-r=uidl"), sessions::save);
            assertThat(sessions.text("End mileage")).hasValue("52,400");
            assertThat(sessions.editor()).containsText("Save sends: End mileage 52,400 (was 52,398)");
        }
        assertThat(sessions.saying("Session Desk reaches its database again.")).isVisible();
        sessions.save();

        assertThat(sessions.saying("saved.")).isVisible();
        arrives(read);
        assertThat(heard).isNotEmpty().noneMatch(text -> text.contains("Exception") || text.contains("at org."));
        assertThat(heard)
                .filteredOn(text -> text.contains("reaches its database again"))
                .hasSize(1);
    }

    @Test
    void with_the_connection_lost_the_typing_goes_on_and_the_save_waits_until_it_is_back(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=" + read.driver().split(",")[0])
                .choose(0)
                .because("Reading mistyped");
        page.context().setOffline(true);

        sessions.type("End mileage", "52400").save();
        assertThat(page.getByText("Not connected. Keep typing; Save waits.")).isVisible();
        page.context().setOffline(false);

        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(page.getByText("Not connected")).isHidden();
        arrives(read);
    }

    @Test
    void when_the_log_in_is_over_the_next_action_says_why_and_the_log_in_leads_back(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions = typed(page, read);
        var address = page.url();
        forgetSession(page);

        sessions.save();
        page.getByText("You are signed out").click();

        assertThat(page).hasURL(Pattern.compile("/login"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your log-in was over");
        Desk.logIn(page, "anna@demo.test", TestPeople.PASSWORD);
        assertThat(sessions.text("End mileage")).hasValue("52,398");
        assertThat(page).hasURL(address);
    }

    private static SessionsPage typed(Page page, Read read) {
        var sessions = SessionsPage.open(page, "q=" + read.driver().split(",")[0])
                .choose(0)
                .type("End mileage", "52400");
        assertThat(sessions.editor()).containsText("Save sends: End mileage 52,400 (was 52,398)");
        // Until the reason was heard, too: what is lost then is lost before the save and under nothing else.
        page.waitForResponse(answer -> answer.url().contains("v-r=uidl"), () -> sessions.because("Reading mistyped"));
        return sessions;
    }

    /** As after a long night or a restart: the browser names a session that the server doesn't know. */
    private static void forgetSession(Page page) {
        var cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        page.context()
                .addCookies(List.of(new Cookie("JSESSIONID", "0".repeat(cookie.value.length()))
                        .setDomain(cookie.domain)
                        .setPath(cookie.path)
                        .setHttpOnly(true)));
    }

    private static void arrives(Read read) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ONTIME.session(read.ontimeId())
                                .path("EndMileage")
                                .asInt())
                        .isEqualTo(52_400));
    }

    /** What the server sends this window, by whichever way. */
    private static List<String> heardBy(Page page) {
        var heard = new CopyOnWriteArrayList<String>();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(String.valueOf(frame.text()))));
        page.onRequestFinished(request -> {
            if (request.url().contains("v-r=uidl")) {
                try {
                    Response response = request.response();
                    heard.add(response == null ? "" : response.text());
                } catch (PlaywrightException navigatedAway) {
                    // The answer of a page that isn't there any more.
                }
            }
        });
        return heard;
    }
}
