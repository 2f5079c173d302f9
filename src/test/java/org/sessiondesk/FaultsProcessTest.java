package org.sessiondesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sessiondesk.testing.BrowserExtension;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.sessions.SessionsPage;

/**
 * What stands around the portal fails while people save and deliveries leave. Two portals work on one database: one has
 * it in the box, for the other it is an external one.
 */
@ExtendWith(BrowserExtension.class)
class FaultsProcessTest {

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int MOST_SAVES = 30;

    /** A task that was taken in the moment of the fault has to be given up for dead first. */
    private static final Duration BACKLOG = Duration.ofSeconds(60);

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static TwoPortals portals;

    private SavingPeople people;

    @BeforeAll
    static void start() {
        portals = TwoPortals.start();
    }

    @AfterAll
    static void stop() {
        portals.close();
    }

    @BeforeEach
    void peopleSave() {
        people = SavingPeople.start(portals);
    }

    @AfterEach
    void peopleGoHome() {
        people.stop();
    }

    @Test
    void a_killed_server_is_started_again_by_the_portal_that_brought_it(Browsers browsers) {
        var page = typed(browsers);

        try (var log = SeenLog.start()) {
            portals.server().keepDown();
            portals.server().kill();
            awaitNotReady();
            assertSaid(page, "Session Desk can't reach its database; your typing is kept.");
            save(page);
            assertThat(notices(page)).hasCount(1);
            // Whoever waits for a connection, a few seconds at most, doesn't know yet.
            awaitSaidOnceByEach(log, "The database doesn't answer");
            portals.server().mayStart();

            assertRecovered(page);
            awaitSaidOnceByEach(log, "The database can be worked with again");
            assertThat(log.saying("The database doesn't answer")).hasSize(2);
            assertThat(log.stackTracesOfLibraries()).isEmpty();
        } finally {
            portals.server().mayStart();
        }
    }

    @Test
    void cut_connections_are_made_anew(Browsers browsers) {
        var page = typed(browsers);

        for (int n = 0; n < 20; n++) {
            portals.server().cutConnections();
        }

        assertRecovered(page);
    }

    @Test
    void somebody_idle_in_a_transaction_holds_the_saves_up_only_as_long_as_he_is_there(Browsers browsers)
            throws Exception {
        var page = typed(browsers);

        try (Connection idle = portals.server().asOwner().getConnection()) {
            idle.setAutoCommit(false);
            idle.createStatement().execute("select position from audit_head for update");
            long began = System.nanoTime();
            assertSaid(page, "Something else in the database holds this up.");
            awaitNotReady();
            patiently().atMost(RECOVERY.plusSeconds(5)).until(() -> System.nanoTime() - began > RECOVERY.toNanos());
            idle.rollback();
        }

        assertRecovered(page);
    }

    @Test
    void with_all_connections_taken_people_hear_that_it_is_busy(Browsers browsers) throws Exception {
        var page = typed(browsers);

        List<Connection> taken = new ArrayList<>();
        try {
            DataSource pool = portals.embedded(DataSource.class);
            for (int n = 0; n < TwoPortals.POOL - TwoPortals.LISTENING; n++) {
                taken.add(pool.getConnection());
            }
            awaitNotReady();
            assertSaid(page, "Session Desk is too busy just now; your typing is kept.");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }

        assertRecovered(page);
    }

    @Test
    void a_full_disk_is_said_and_costs_nothing_that_was_saved(Browsers browsers) {
        var page = typed(browsers);

        portals.fillDisk();
        awaitNotReady();
        patiently().atMost(RECOVERY).until(people::nobodySaves);
        assertSaidWhereThereIsNoRoom(page, "(has no room to store anything|can't reach its database)");
        portals.freeDisk();

        assertRecovered(page);
    }

    private SessionsPage typed(Browsers browsers) {
        Page page = browsers.openAt(portals.address());
        page.navigate("/login");
        Desk.logIn(page, TwoPortals.ADMIN, TwoPortals.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Colours:"))
                .waitFor();
        return SessionsPage.open(page, "period=any&q=" + portals.driverForPage())
                .choose(0)
                .type("End mileage", "52400")
                .because("Reading mistyped");
    }

    private static void awaitSaidOnceByEach(SeenLog log, String words) {
        patiently().untilAsserted(() -> assertThat(log.saying(words)).hasSize(2));
    }

    /** Whoever watches the portal is answered at once, whatever is wrong. */
    private static void awaitNotReady() {
        patiently().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 503);
    }

    /** Threads of the portals may die of the fault. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions();
    }

    private static int readiness() {
        long began = System.nanoTime();
        int status = portals.readiness();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
        return status;
    }

    /** Who saves hears why not, and the typing stands. */
    private static void assertSaid(SessionsPage page, String words) {
        save(page);
        assertThat(notices(page)).containsText(Pattern.compile(words));
        assertThat(page.text("End mileage")).hasValue("52,400");
        assertThat(page.editor()).containsText("Save sends: End mileage 52,400 (was 52,398)");
    }

    /** A save that still finds room in the pages that there are is kept, and another one follows. */
    private static void assertSaidWhereThereIsNoRoom(SessionsPage page, String words) {
        int mileage = 52_400;
        save(page);
        for (int saves = 1; saves < MOST_SAVES && isSaved(page); saves++) {
            mileage++;
            page.type("End mileage", String.valueOf(mileage)).because("Reading mistyped");
            save(page);
        }
        assertThat(notices(page)).containsText(Pattern.compile(words));
        assertThat(page.text("End mileage")).hasValue(String.format(Locale.US, "%,d", mileage));
    }

    private static boolean isSaved(SessionsPage page) {
        var said = notices(page).or(page.saying("saved.")).first();
        assertThat(said).isVisible();
        return notices(page).count() == 0;
    }

    /** And waits for the answer. */
    private static void save(SessionsPage page) {
        page.page()
                .waitForRequestFinished(
                        new Page.WaitForRequestFinishedOptions()
                                .setPredicate(request -> request.url().contains("v-r=uidl")),
                        page::save);
    }

    private static Locator notices(SessionsPage page) {
        return page.page().locator("vaadin-notification-card");
    }

    /** All within the time from the fault's end on, and nothing that was confirmed is lost, doubled or out of order. */
    private void assertRecovered(SessionsPage page) {
        long ended = System.nanoTime();
        patiently().atMost(RECOVERY).until(() -> readiness() == 200);
        patiently().atMost(left(ended)).until(() -> people.bothSaveAgain());
        page.save();
        assertThat(page.saying("saved.")).isVisible();
        people.stop();
        patiently().pollInSameThread().atMost(BACKLOG).untilAsserted(portals::assertAllIsSettled);
        people.assertNothingIsLost();
        portals.assertTrailIsWhole();
    }

    private static Duration left(long ended) {
        return RECOVERY.minusNanos(System.nanoTime() - ended);
    }
}
