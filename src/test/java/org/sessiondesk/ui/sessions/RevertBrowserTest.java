package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has left for OnTime is taken back, from the history and from the line that said it was saved. */
class RevertBrowserTest extends SessionsBench {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String WHAT = "Revert: End mileage: 52,398 → 52,999";

    /** Longer than it waits before it leaves. */
    private static final LocatorAssertions.IsVisibleOptions ONCE_IT_LEFT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_correction_that_arrived_is_reverted_in_the_history(Desk desk) {
        var read = finished();
        var sessions = arrived(desk, read);
        Axe.assertNoViolations(sessions.page());
        picture(sessions, 1440);
        picture(sessions, 390);

        sessions.button(WHAT).click();

        assertThat(sessions.saying("Reverted.")).isVisible();
        assertThat(sessions.button("Undo")).isFocused();
        assertThat(sessions.text("End mileage")).hasValue("52,398");
        assertThat(sessions.button(WHAT)).hasCount(0);
        assertThat(sessions.editor()).containsText(Pattern.compile("Anna.* reverted\\s*End mileage: 52,999 → 52,398"));
        awaitEndMileage(read, 52_398);
    }

    @Test
    void where_Undo_stood_Revert_stands_once_it_left_and_that_can_be_undone(Desk desk) {
        var read = finished();
        var sessions = corrected(desk, read);
        assertThat(sessions.button("Undo")).isVisible();
        assertThat(sessions.button("Revert")).isVisible(ONCE_IT_LEFT);
        assertThat(sessions.button("Undo")).hasCount(0);
        awaitEndMileage(read, 52_999);

        sessions.button("Revert").click();
        assertThat(sessions.saying("Reverted.")).isVisible();
        sessions.button("Undo").click();

        assertThat(sessions.saying("Taken back.")).isVisible();
        assertThat(sessions.text("End mileage")).hasValue("52,999");
        assertThat(ONTIME.posts(read.ontimeId())).hasSize(1);
    }

    @Test
    void it_stands_there_too_once_the_next_session_is_open(Desk desk) {
        var read = finished();
        var sessions = corrected(desk, read);
        assertThat(sessions.button("Undo")).isVisible();
        var next = finished();
        sessions.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Search"))
                .fill(next.driver().split(",")[0]);
        assertThat(sessions.grid()).containsText(next.driver());
        sessions.row(0).click();
        assertThat(sessions.heading()).containsText(next.driver());
        assertThat(sessions.button("Revert")).isVisible(ONCE_IT_LEFT);

        sessions.button("Revert").click();

        assertThat(sessions.saying("Reverted.")).isVisible();
        assertThat(sessions.heading()).containsText(next.driver());
        awaitEndMileage(read, 52_398);
    }

    @Test
    void what_was_typed_is_not_lost_without_being_asked(Desk desk) {
        var read = finished();
        var sessions = arrived(desk, read);
        sessions.type("Start mileage", "52300");

        sessions.button(WHAT).click();
        assertThat(sessions.saying("Discard what you typed?")).isVisible();
        sessions.dialogButton("Go on typing").click();
        assertThat(sessions.text("Start mileage")).hasValue("52,300");
        assertThat(sessions.text("End mileage")).hasValue("52,999");

        sessions.button(WHAT).click();
        sessions.dialogButton("Discard").click();
        assertThat(sessions.saying("Reverted.")).isVisible();
        assertThat(sessions.text("Start mileage")).hasValue("52,310");
        assertThat(sessions.text("End mileage")).hasValue("52,398");
    }

    @Test
    void nobody_reverts_who_corrects_nothing_and_nobody_on_a_signed_day(Desk desk) {
        var read = finished();
        var sessions = arrived(desk, read);
        String address = sessions.page().url();
        for (var role : new Role[] {Role.PAYROLL, Role.AUDITOR}) {
            assertThat(button(desk.signInAsNew(role), address, "Copy text for driver"))
                    .isVisible();
            assertThat(button(desk.signInAsNew(role), address, WHAT)).hasCount(0);
        }

        sign(read);

        var again = desk.signInAs("omar@demo.test");
        assertThat(button(again, address, "Copy text for driver")).isVisible();
        assertThat(again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revert")))
                .hasCount(0);
    }

    private SessionsPage corrected(Desk desk, Read read) {
        return SessionsPage.open(
                        desk.signInAs("anna@demo.test"), "q=" + read.driver().split(",")[0])
                .choose(0)
                .type("End mileage", "52999")
                .because("Reading mistyped")
                .save();
    }

    private SessionsPage arrived(Desk desk, Read read) {
        var sessions = corrected(desk, read);
        assertThat(sessions.button(WHAT)).isVisible(ONCE_IT_LEFT);
        awaitEndMileage(read, 52_999);
        assertThat(sessions.editor()).containsText("OnTime accepted it");
        return sessions;
    }

    private static void awaitEndMileage(Read read, int endMileage) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ONTIME.session(read.ontimeId())
                                .path("EndMileage")
                                .asInt())
                        .isEqualTo(endMileage));
    }

    private static Locator button(Page page, String address, String name) {
        page.navigate(address);
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void sign(Read read) {
        jdbc.sql("""
                        insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds,
                            sessions, without_distance)
                        values (:id, :driver, :day, :id, now(), 0, 0, 1, 0)
                        """)
                .param("id", UUID.randomUUID())
                .param(
                        "driver",
                        UUID.fromString(
                                ONTIME.session(read.ontimeId()).path("UserID").asString()))
                .param("day", LOG_IN.atZone(ZoneId.of("America/Los_Angeles")).toLocalDate())
                .update();
    }

    private static void picture(SessionsPage sessions, int width) {
        sessions.page().setViewportSize(width, 900);
        sessions.button(WHAT).scrollIntoViewIfNeeded();
        sessions.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "browser", "session-revert-" + width + ".png")));
        sessions.page().setViewportSize(1440, 900);
    }
}
