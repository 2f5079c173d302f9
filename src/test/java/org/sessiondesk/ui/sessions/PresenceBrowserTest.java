package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.live.Presence;
import org.sessiondesk.testing.Desk;
import org.springframework.beans.factory.annotation.Autowired;

/** Who works on a session, as the others are told. */
class PresenceBrowserTest extends SessionsBench {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern OF_A_SESSION = Pattern.compile("/sessions/([0-9a-f-]{36})");

    @Autowired
    private Presence presence;

    @Test
    void by_f8_and_by_control_and_enter_a_session_is_worked_on_and_the_last_one_no_more(Desk desk) {
        var reads = List.of(slipped(), slipped(), slipped());
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "finding=digit-slip");
        reads.forEach(read -> assertThat(sessions.grid()).containsText(read.driver()));

        page.keyboard().press("F8");
        var first = other(page, null);
        worked(first);
        page.keyboard().press("F8");
        var second = other(page, first);
        worked(second);
        left(first);

        page.keyboard().press("Alt+Enter");
        page.keyboard().press("Control+Enter");
        var third = other(page, second);
        worked(third);
        left(second);
    }

    @Test
    void nothing_moves_under_a_hand_when_somebody_else_comes(Desk desk) {
        var read = finished();
        String query = "q=" + read.driver().split(",")[0];
        var omar = SessionsPage.open(desk.signInAs("omar@demo.test"), query).choose(0);
        assertThat(omar.text("Start mileage")).isEditable();
        double before = omar.text("Start mileage").boundingBox().y;

        SessionsPage.open(desk.signInAs("anna@demo.test"), query).choose(0).type("End mileage", "52,399");

        assertThat(omar.editor()).containsText("Anna is editing");
        assertThat(omar.text("Start mileage").boundingBox().y).isEqualTo(before);
    }

    @Test
    void saving_taking_back_and_giving_up_end_nothing_while_the_editor_stays_open(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions =
                SessionsPage.open(page, "q=" + read.driver().split(",")[0]).choose(0);
        var session = other(page, null);
        assertThat(presence.at(List.of(session))).isEmpty();
        var omar = SessionsPage.open(
                desk.signInAs("omar@demo.test"), "q=" + read.driver().split(",")[0]);

        sessions.type("End mileage", "52,399").because("Reading mistyped");
        worked(session);
        page.keyboard().press("Control+s");
        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(omar.grid()).containsText("Anna is editing");
        worked(session);
        page.keyboard().press("F9");
        assertThat(sessions.saying("Taken back.")).isVisible();
        worked(session);
        sessions.text("End mileage").press("Escape");
        worked(session);
        assertThat(omar.grid()).containsText("Anna is editing");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Overview"))
                .click();
        left(session);
        assertThat(omar.grid()).not().containsText("Anna is editing");
    }

    @Test
    void a_reason_that_is_clicked_is_work(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        SessionsPage.open(page, "q=" + read.driver().split(",")[0]).choose(0).because("Duplicate");
        worked(other(page, null));
    }

    @Test
    void who_goes_back_to_the_list_of_a_phone_works_on_nothing_until_the_session_is_open_again(Desk desk) {
        var read = finished();
        var page = desk.signInOnPhone("anna@demo.test");
        var sessions =
                SessionsPage.open(page, "q=" + read.driver().split(",")[0]).choose(0);
        var session = other(page, null);
        sessions.text("End mileage").focus();
        worked(session);
        sessions.button("Back to the list").click();
        left(session);

        sessions.choose(0);
        sessions.text("End mileage").focus();
        worked(session);
    }

    @Test
    void an_auditor_works_on_nothing(Desk desk) {
        var read = finished();
        var page = desk.signInAs("ines@demo.test");
        var sessions =
                SessionsPage.open(page, "q=" + read.driver().split(",")[0]).choose(0);
        page.keyboard().press("Enter");
        assertThat(sessions.text("Log in")).isFocused();
        assertThat(presence.at(List.of(other(page, null)))).isEmpty();
    }

    /** The session that is open, once it is another one. */
    private static UUID other(Page page, @Nullable UUID before) {
        page.waitForURL(
                address -> OF_A_SESSION.matcher(address).find() && (before == null || !address.contains(before + "")));
        var address = OF_A_SESSION.matcher(page.url());
        assertThat(address.find()).isTrue();
        return UUID.fromString(address.group(1));
    }

    private void worked(UUID session) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(presence.at(List.of(session))).hasSize(1));
    }

    private void left(UUID session) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(presence.at(List.of(session))).isEmpty());
    }
}
