package org.sessiondesk.ui.trail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.MyTokens;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.account.TokenOutcome;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.Example;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@BrowserTest
class TrailBrowserTest {

    @Autowired
    private SessionIntake intake;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private DriverSessions sessions;

    @Autowired
    private UserSessionText texts;

    @Autowired
    private MyTokens tokens;

    @Autowired
    private TestDatabase database;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_correction_stands_there_with_who_what_and_why(Desk desk) {
        var author = desk.people().add("ruth@people.test", "Ruth Vogel", Role.SUPERVISOR);
        correct(author, "told by phone");
        Page page = desk.signInAs("anna@demo.test");

        page.navigate("/trail?person=" + author.id());

        Locator entry = entries(page)
                .filter(new Locator.FilterOptions().setHasText("Ruth Vogel"))
                .first();
        assertThat(entry).containsText("corrected");
        assertThat(entry).containsText("End mileage 52,130 → 51,230");
        assertThat(entry).containsText("Reason: Reading mistyped");
        assertThat(entry).containsText("Note: told by phone");
        assertThat(entry.getByRole(AriaRole.LINK)).hasCount(1);
    }

    @Test
    void how_many_sessions_were_corrected_by_whom_and_why_stands_above(Desk desk) {
        var author = desk.people().add("fritz@people.test", "Fritz Huber", Role.SUPERVISOR);
        correct(author, null);
        Page page = desk.signInAs("ines@demo.test");
        page.navigate("/trail?from=2026-06-01&to=2026-06-30");

        var summary = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions()
                        .setName(Pattern.compile("^\\d+ of \\d+ sessions corrected, 2026-06-01 to 2026-06-30$")));
        summary.click();

        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Corrections by person"))
                        .getByRole(
                                AriaRole.ROW,
                                new Locator.GetByRoleOptions().setName(Pattern.compile("^Fritz Huber 1 1$"))))
                .isVisible();
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Corrections by reason")))
                .containsText("Reading mistyped");
        assertThat(page.getByText("No correction after a day had been signed.")).isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void a_sample_has_a_number_by_which_it_is_drawn_again(Desk desk) {
        var author = desk.people().add("sam@people.test", "Sam Pell", Role.SUPERVISOR);
        for (int n = 0; n < 3; n++) {
            correct(author, "no. " + n);
        }
        Page page = desk.signInAs("ines@demo.test");
        page.navigate("/trail?person=" + author.id());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Random sample of 25"))
                .click();

        assertThat(page).hasURL(Pattern.compile("sample=\\d+"));
        assertThat(page.getByText(Pattern.compile("^Sample no\\. \\d+: 3 of 3 entries\\.")))
                .isVisible();
        assertThat(entries(page)).hasCount(3);
        page.reload();
        assertThat(page.getByText(Pattern.compile("^Sample no\\. \\d+: 3 of 3 entries\\.")))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All entries"))
                .click();
        assertThat(page).not().hasURL(Pattern.compile("sample="));
    }

    @Test
    void the_filter_is_the_address_and_back_works(Desk desk) {
        Page page = desk.signInAs("ines@demo.test");
        page.navigate("/trail");

        page.getByLabel("Show", new Page.GetByLabelOptions().setExact(true)).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Sign-ins and accounts"))
                .click();

        assertThat(page).hasURL(Pattern.compile("/trail\\?kind=accounts$"));
        assertThat(page.getByText("signed in to Session Desk").first()).isVisible();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/trail$"));
        assertThat(page.getByText("signed in to Session Desk").first()).isHidden();
    }

    @Test
    void verify_says_that_the_trail_is_whole_and_names_the_first_row_that_was_changed(Desk desk) {
        correct(desk.people().add(Role.SUPERVISOR), null);
        Page page = desk.signInAs("ines@demo.test");
        page.navigate("/trail");

        verify(page);
        assertThat(page.getByText(Pattern.compile("nothing changed, removed or slipped in")))
                .isVisible();

        long position = database.sql()
                .sql("select max(position) from audit_entry where action = 'session.corrected'")
                .query(Long.class)
                .single();
        setAction(position, "session.undone");
        try {
            verify(page);
            assertThat(page.getByText(Pattern.compile("First seen at entry " + position + ":")))
                    .isVisible();
        } finally {
            setAction(position, "session.corrected");
        }
    }

    @Test
    void a_supervisor_reads_and_is_offered_no_verify(Desk desk) {
        Page page = desk.signInAs("anna@demo.test");
        page.navigate("/trail");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("History of changes")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify")))
                .hasCount(0);
    }

    @Test
    void what_a_program_took_away_is_told_with_its_token_apart_from_corrections(Desk desk) {
        var owner = desk.people().add("paul@people.test", "Paul Winter", Role.PAYROLL);
        become(owner);
        if (!(tokens.make("Payroll import", null) instanceof TokenOutcome.Made made)) {
            throw new AssertionError("no token");
        }
        Page page = desk.signInAs("ines@demo.test");
        page.request()
                .get(
                        "/api/v1/findings?from=2026-06-01&to=2026-06-30",
                        RequestOptions.create().setHeader("Authorization", "Bearer " + made.secret()));

        page.navigate("/trail?kind=exports&person=" + owner.id());

        Locator entry = entries(page).first();
        assertThat(entry).containsText("exported problems");
        assertThat(entry).containsText("token Payroll import");
        assertThat(entry).containsText("From: 2026-06-01");
        assertThat(entry).containsText("Address: ");
        page.navigate("/trail?person=" + owner.id());
        assertThat(page.getByText("Nothing here fits.", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
    }

    @Test
    void everybody_can_use_it_in_light_in_the_dark_and_on_a_phone(Desk desk) {
        correct(desk.people().add(Role.SUPERVISOR), "a note");
        for (Page page : List.of(
                desk.signInAs("ines@demo.test"),
                desk.signInInTheDark("ines@demo.test"),
                desk.signInOnPhone("ines@demo.test"))) {
            page.navigate("/trail?kind=everything");
            assertThat(entries(page).first()).isVisible();
            Axe.assertNoViolations(page);
            org.assertj.core.api.Assertions.assertThat(
                            (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    private static Locator entries(Page page) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("History of changes"))
                .getByRole(AriaRole.LISTITEM);
    }

    private static void verify(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify"))
                .click();
    }

    /** As somebody with the owner's rights would who thinks that nobody notices. */
    private void setAction(long position, String action) {
        database.sql().sql("alter table audit_entry disable trigger user").update();
        database.sql()
                .sql("update audit_entry set action = ? where position = ?")
                .params(action, position)
                .update();
        database.sql().sql("alter table audit_entry enable trigger user").update();
    }

    private void correct(Person author, @Nullable String note) {
        become(author);
        var session = read();
        corrections.apply(List.of(Example.endMileage(session, 51_230, note)));
    }

    private static void become(Person person) {
        var principal = new SignedIn(person);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }

    private DriverSession read() {
        var id = UUID.randomUUID();
        var text = """
                {"ID":"%s","UserID":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s",\
                "StartMileage":51118,"EndMileage":52130}""".formatted(
                id, UUID.randomUUID(), Instant.parse("2026-06-02T13:58:00Z"), Instant.parse("2026-06-02T22:05:00Z"));
        if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession record)) {
            intake.take(List.of(new SessionIntake.Read(record, null)));
        }
        return sessions.findByOntimeId(id).orElseThrow();
    }
}
