package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.sessions.edit.TimeText;

/** The work bench as people use it. */
class SessionsBrowserTest extends SessionsBench {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TimeText TIMES = new TimeText(ZoneId.of("America/Los_Angeles"));

    @Test
    void a_correction_travels_from_the_list_to_ontimes_record(Desk desk) {
        var read = forgotten();
        var sessions = SessionsPage.open(
                        desk.signInAs("anna@demo.test"), "q=" + read.driver().split(",")[0])
                .choose(0);
        Instant logOut = LOG_IN.plus(Duration.ofHours(9));
        sessions.type("Log out", TIMES.text(logOut))
                .type("End mileage", "52398")
                .because("Forgot log-out");

        assertThat(sessions.editor())
                .containsText(Pattern.compile("Save sends: Log out .*was empty.* End mileage 52,398"));
        assertThat(sessions.editor()).containsText("Duration 9 h 0 min · Distance 88 mi");
        sessions.save();

        assertThat(sessions.saying("saved.")).isVisible();
        await().atMost(SOON).untilAsserted(() -> {
            var record = ONTIME.session(read.ontimeId());
            assertThat(record.path("EndMileage").asInt()).isEqualTo(52_398);
            assertThat(Instant.parse(record.path("LogOutTime").asString())).isEqualTo(logOut);
            assertThat(record.path("StartMileage").asInt()).isEqualTo(52_310);
        });
        assertThat(sessions.grid()).containsText("✓ Accepted");
        assertThat(sessions.editor()).containsText("OnTime accepted it");
    }

    @Test
    void a_session_is_corrected_without_a_mouse(Desk desk) {
        var read = forgotten();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=" + read.driver().split(",")[0]);
        sessions.row(0).click();
        page.keyboard().press("Enter");
        assertThat(sessions.text("Log out")).isFocused();
        page.keyboard().type(TIMES.text(LOG_IN.plus(Duration.ofHours(7))));
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("52,398");
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        page.keyboard().press("Control+s");

        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(sessions.grid()).containsText("7 h 0 min");
    }

    @Test
    void control_and_enter_save_and_go_on_with_the_next_row(Desk desk) {
        var first = forgotten();
        var second = forgotten();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=Tester&mark=log-out-missing&sort=driver")
                .choose(0);
        sessions.because("App failed").type("End mileage", "52400");
        sessions.text("End mileage").press("Control+Enter");

        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(sessions.text("Log out")).isFocused();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void a_save_is_taken_back_while_it_has_not_left(Desk desk) {
        var read = finished();
        var sessions = SessionsPage.open(
                        desk.signInAs("anna@demo.test"), "q=" + read.driver().split(",")[0])
                .choose(0)
                .type("End mileage", "52999")
                .because("Reading mistyped")
                .save();
        sessions.button("Undo").click();

        assertThat(sessions.saying("Taken back.")).isVisible();
        assertThat(sessions.text("End mileage")).hasValue("52,398");
        assertThat(sessions.grid()).containsText("↩ Withdrawn");
        assertThat(ONTIME.posts(read.ontimeId())).isEmpty();
    }

    @Test
    void who_saves_second_sees_both_versions_and_loses_nothing(Desk desk) {
        var read = forgotten();
        String keys = "q=" + read.driver().split(",")[0];
        var anna = SessionsPage.open(desk.signInAs("anna@demo.test"), keys).choose(0);
        anna.type("End mileage", "52400").because("Reading mistyped");
        var omar = SessionsPage.open(desk.signInAs("omar@demo.test"), keys).choose(0);
        assertThat(omar.editor()).containsText("Anna is editing");
        omar.type("Log out", TIMES.text(LOG_IN.plus(Duration.ofHours(8))))
                .because("App failed")
                .save();

        assertThat(anna.saying("Nothing of yours is lost.")).isVisible();
        assertThat(anna.editor()).containsText("52,400");
        anna.button("Keep mine").click();

        assertThat(omar.text("End mileage")).hasValue("52,400");
        assertThat(anna.text("Log out")).hasValue(TIMES.text(LOG_IN.plus(Duration.ofHours(8))));
    }

    @Test
    void a_session_that_nobody_opened_is_added_and_reaches_ontime(Desk desk) {
        String driver = aDriver();
        finished();
        var sessions = SessionsPage.open(desk.signInAs("anna@demo.test"), "");
        sessions.button("Add session").click();
        sessions.pick("Driver", driver)
                .type("Log in", TIMES.text(LOG_IN))
                .type("Log out", TIMES.text(LOG_IN.plus(Duration.ofHours(8))))
                .because("Forgot log-in")
                .save();

        assertThat(sessions.saying("saved.")).isVisible();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ONTIME.sessions())
                        .anyMatch(record -> record.path("LogInTime").asString().equals(LOG_IN.toString())
                                && record.path("EndMileage").asInt() == 0
                                && record.path("LogOutTime").asString().startsWith("20")));
        assertThat(sessions.editor()).containsText("OnTime accepted it");
    }

    @Test
    void what_cannot_be_is_said_at_its_field_and_what_was_typed_stays(Desk desk) {
        var read = finished();
        var sessions = SessionsPage.open(
                        desk.signInAs("anna@demo.test"), "q=" + read.driver().split(",")[0])
                .choose(0)
                .type("Log out", "half past five")
                .type("End mileage", "2,000,000")
                .save();

        assertThat(sessions.editor()).containsText("Not a date and time.");
        assertThat(sessions.editor()).containsText("A whole number from 0 to 1,999,999.");
        assertThat(sessions.text("Log out")).hasValue("half past five");
        assertThat(sessions.text("Log out")).isFocused();
    }

    @Test
    void an_end_below_the_start_is_said_and_saved_all_the_same(Desk desk) {
        var read = finished();
        var sessions = SessionsPage.open(
                        desk.signInAs("anna@demo.test"), "q=" + read.driver().split(",")[0])
                .choose(0)
                .type("End mileage", "51000");
        assertThat(sessions.editor()).containsText("The end is 1,310 mi below the start.");
        sessions.because("Reading mistyped").save();
        assertThat(sessions.saying("saved.")).isVisible();
        assertThat(sessions.grid()).containsText("▲ −1,310");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pia@demo.test", "ines@demo.test"})
    void payroll_and_auditor_look_and_export_but_change_nothing(String email, Desk desk) {
        var read = finished();
        var sessions = SessionsPage.open(
                        desk.signInAs(email), "q=" + read.driver().split(",")[0])
                .choose(0);
        assertThat(sessions.text("Log out")).not().isEditable();
        assertThat(sessions.button("Save")).isHidden();
        assertThat(sessions.button("Add session")).isHidden();
        assertThat(sessions.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("Export").setExact(true)))
                .isVisible();
    }

    @Test
    void the_export_holds_exactly_the_list(Desk desk) throws IOException {
        var read = finished();
        finished();
        var download = SessionsPage.open(
                        desk.signInAs("pia@demo.test"), "q=" + read.driver().split(",")[0])
                .export();
        try (var stream = download.createReadStream()) {
            String csv = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(csv.lines()).hasSize(2);
            assertThat(csv)
                    .contains("\"" + read.driver() + "\"")
                    .contains(read.ontimeId().toString());
        }
        assertThat(download.suggestedFilename()).isEqualTo("sessions.csv");
    }

    @Test
    void the_address_says_what_is_shown_and_back_leads_back(Desk desk) {
        var read = finished();
        var page = desk.signInAs("anna@demo.test");
        var sessions =
                SessionsPage.open(page, "q=" + read.driver().split(",")[0]).choose(0);
        assertThat(page).hasURL(Pattern.compile("/sessions/[0-9a-f-]{36}\\?q="));
        page.navigate("/sessions/" + read.ontimeId());
        assertThat(sessions.editor()).containsText(read.driver());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Still out"))
                .click();
        assertThat(page).hasURL(Pattern.compile("mark=still-out"));
        page.goBack();
        assertThat(page).not().hasURL(Pattern.compile("mark=still-out"));
    }

    @Test
    void on_a_phone_the_list_is_cards_and_the_editor_fills_the_screen(Desk desk) {
        var read = forgotten();
        var page = desk.signInOnPhone("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=" + read.driver().split(",")[0]);
        assertThat(sessions.editor()).isHidden();
        sessions.choose(0);
        assertThat(sessions.button("Save")).isInViewport();
        Axe.assertNoViolations(page);
        sessions.button("Back to the list").click();
        assertThat(sessions.editor()).isHidden();
    }

    @Test
    void everybody_can_use_it_in_light_and_in_dark(Desk desk) {
        var read = forgotten();
        for (var page : new Page[] {desk.signInAs("anna@demo.test"), desk.signInInTheDark("omar@demo.test")}) {
            var sessions = SessionsPage.open(page, "q=" + read.driver().split(",")[0]);
            Axe.assertNoViolations(page);
            sessions.choose(0).type("Log out", "nonsense").because("Other");
            assertThat(sessions.editor()).containsText("Not a date and time.");
            Axe.assertNoViolations(page);
        }
    }
}
