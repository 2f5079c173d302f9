package org.sessiondesk.ui.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@BrowserTest
@DirtiesContext
class IntakeBrowserTest {

    /** With its weekday if it was yesterday, and with the zone's mark in the hour that comes twice. */
    private static final Pattern READ = Pattern.compile("^Read from OnTime (\\w{3} )?\\d\\d:\\d\\d( P[DS]T)?$");

    private static final OnTimeSandbox onTime = OnTimeSandbox.start(
            Path.of("target", "test-ontime", UUID.randomUUID().toString()), "sessiondesk.sandbox.drivers=3");

    @Autowired
    private TestDatabase database;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry settings) {
        settings.add("sessiondesk.ontime.base-url", onTime::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
        settings.add("sessiondesk.ontime.requests-per-second", () -> "100");
        settings.add("sessiondesk.ontime.read-days", () -> "31");
        settings.add("sessiondesk.ontime.read", () -> "true");
    }

    @AfterAll
    static void stop() {
        onTime.close();
    }

    @AfterEach
    void all_is_well_again() {
        onTime.clearFaults();
    }

    @Test
    void the_screen_says_how_much_was_read_and_how_many_calls_are_left(Desk desk) {
        Page page = opened(desk.signInAs("anna@demo.test"));

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Reading from OnTime")))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("\\d+ sessions, \\d+ users, \\d+ vehicles")))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("[\\d,]+ used, [\\d,]+ of 86,400 left, starts anew")))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("[\\d,]+ used, [\\d,]+ of 100,000 left, starts anew")))
                .isVisible();
        // On the first day of a month its end can't be told yet.
        assertThat(page.getByText(Pattern.compile("About [\\d,]+, at the rate so far|or it is less than a day old")))
                .isVisible();
        assertThat(page.getByText("Everything OnTime sent could be read.")).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Read from OnTime")))
                .isVisible();
    }

    @Test
    void what_keeps_the_reading_waiting_is_said_live_and_read_now_mends_it(Desk desk) {
        Page page = opened(desk.signInAs("anna@demo.test"));
        onTime.faultUntilCleared(FaultKind.UNAUTHORISED);

        readNow(page);

        assertThat(page.getByText(Pattern.compile("OnTime refuses our key")).first())
                .isVisible();
        onTime.clearFaults();
        readNow(page);
        assertThat(page.getByText(READ)).isVisible();
    }

    @Test
    void who_corrects_nothing_is_offered_no_reading(Desk desk) {
        Page page = opened(desk.signInAs("ines@demo.test"));

        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read now")))
                .hasCount(0);
    }

    @Test
    void everybody_can_use_it_in_light_in_the_dark_and_on_a_phone(Desk desk) {
        Axe.assertNoViolations(opened(desk.signInAs("anna@demo.test")));
        Axe.assertNoViolations(opened(desk.signInInTheDark("anna@demo.test")));
        Page phone = opened(desk.signInOnPhone("anna@demo.test"));
        Axe.assertNoViolations(phone);
        org.assertj.core.api.Assertions.assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void an_administrator_sees_the_newest_sessions_times_read_both_ways(Desk desk) {
        opened(desk.signInAs("admin@demo.test")).navigate("/setup");
        Page page = desk.signInAs("admin@demo.test");
        page.navigate("/setup");

        assertThat(page.getByText("Newest session read")).isVisible();
        assertThat(page.getByText("Read as UTC")).isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void the_daily_comparison_says_what_differs_and_leads_to_it(Desk desk) {
        Page page = opened(desk.signInAs("anna@demo.test"));
        assertThat(page.getByText("is compared with OnTime once a day")).isVisible();
        var closed = onTime.sessions().stream()
                .filter(session -> !session.path("LogOutTime").isNull())
                .map(session -> UUID.fromString(session.get("ID").asString()))
                .toList();
        onTime.change(closed.get(0), "{\"EndMileage\":777}");
        onTime.vanish(closed.get(1));
        readNow(page);
        database.sql()
                .sql("update reading_state set window_read_at = now() - interval '25 hours'")
                .update();

        Locator day = page.getByText(Pattern.compile("\\d+ compared, \\d+ same, 1 differs"))
                .first();
        assertThat(day).isVisible();
        assertThat(page.getByText("Changed in OnTime, and so here since: End mileage"))
                .isVisible();
        assertThat(page.getByText("1 of the sessions here")).isVisible();
        Axe.assertNoViolations(page);
        page.locator(".compared-day a").first().click();
        page.waitForURL(Pattern.compile(".*/sessions/[0-9a-f-]{36}.*"));
        assertThat(page.getByText("OnTime · changed there").first()).isVisible();

        page.navigate("/intake/comparisons/"
                + database.sql()
                        .sql("select max(id) from reading_comparison")
                        .query(Long.class)
                        .single());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Comparison of")))
                .isVisible();
        Axe.assertNoViolations(page);

        page.navigate("/sessions?mark=vanished");
        page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("vanished from OnTime"))
                .click();
        assertThat(page.getByText("OnTime doesn't have it any more (seen")).isVisible();
        assertThat(page.getByText("OnTime · doesn't have it any more")).isVisible();
    }

    @Test
    void of_many_that_differ_the_screen_shows_ten_and_leads_to_all_of_them_fifty_at_a_time(Desk desk) {
        Page page = opened(desk.signInAs("anna@demo.test"));
        Page phone = desk.signInOnPhone("anna@demo.test");
        try {
            long exact = secondDayOf(4, 50);
            long day = secondDayOf(4, 60);
            for (Page one : new Page[] {page, phone}) {
                one.navigate("/intake");
                assertThat(one.getByText("Day 2 of about 4: 200 of 400 compared."))
                        .isVisible();
                assertThat(compared(one)).hasCount(10);
                fitsAndEverybodyCanUseIt(one);

                one.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all 60"))
                        .click();
                one.waitForURL("**/intake/comparisons/" + day);
                assertThat(one.getByText("Day 2 of about 4: 200 of 400 compared."))
                        .isVisible();
                assertThat(compared(one)).hasCount(50);
                Locator more = one.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more"));
                fitsAndEverybodyCanUseIt(one);
                more.click();
                assertThat(compared(one)).hasCount(60);
                assertThat(more).isHidden();
            }
            page.navigate("/intake/comparisons/" + exact);
            assertThat(compared(page)).hasCount(50);
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more")))
                    .isHidden();
        } finally {
            database.sql()
                    .sql("delete from reading_difference; delete from reading_comparison")
                    .update();
        }
    }

    /** The second day of a pass that takes so many, and so many sessions that weren't the same; its number. */
    private long secondDayOf(int days, int otherwise) {
        long day = database.sql()
                .sql("""
                        insert into reading_comparison (pass_started_at, pass_day, window_from, total, compared_before,
                               budget, same, differ, vanished, unreadable, started_at, ended_at, left_over)
                        values (now() - interval '1 day', 2, now() - interval '31 days', :days * 100, 100, 100,
                                100 - :otherwise, :otherwise - 20, 10, 10, now(), now(), (:days - 2) * 100)
                        returning id
                        """)
                .param("days", days)
                .param("otherwise", otherwise)
                .query(Long.class)
                .single();
        database.sql().sql("""
                        insert into reading_difference (comparison_id, ontime_id, session_id, what, fields, found_at)
                        select :day, ontime_id, id,
                               (array['CHANGED_IN_ONTIME', 'OURS_WAITS', 'CHANGED_WHILE_OURS_WAITS', 'VANISHED'])[1 + n % 4],
                               case when n % 4 < 3 then 'LOG_OUT START_MILEAGE END_MILEAGE VEHICLE' else '' end, now()
                          from (select ontime_id, id, row_number() over () n
                                  from (select ontime_id, id from driver_session limit 40) few) known
                        union all
                        select :day, gen_random_uuid(), null, 'UNREADABLE', '', now()
                          from generate_series(1, :otherwise - least(40, (select count(*) from driver_session)))
                        """).param("day", day).param("otherwise", otherwise).update();
        return day;
    }

    private static Locator compared(Page page) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Daily comparison"))
                .getByRole(AriaRole.LISTITEM);
    }

    private static void fitsAndEverybodyCanUseIt(Page page) {
        org.assertj.core.api.Assertions.assertThat(
                        (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Axe.assertNoViolations(page);
    }

    /** The screen, once the first fill is over. */
    private static Page opened(Page page) {
        page.navigate("/intake");
        assertThat(page.getByText(READ))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(60_000));
        return page;
    }

    private static void readNow(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read now"))
                .last()
                .click();
    }
}
