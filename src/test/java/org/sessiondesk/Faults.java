package org.sessiondesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sessiondesk.testing.BrowserExtension;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.sessions.SessionsPage;

/** Something around two portals fails while people save at both, somebody has typed at a screen, and deliveries leave. */
@ExtendWith(BrowserExtension.class)
abstract class Faults {

    static final Duration RECOVERY = Duration.ofSeconds(30);

    /** A task that was taken in the moment of the fault has to be given up for dead first. */
    static final Duration BACKLOG = Duration.ofMinutes(2);

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** Whoever waited for the database would do so each time; a machine that stands still for a moment does it once. */
    private static final int TRIES = 3;

    private SavingPeople people;

    abstract TwoPortals portals();

    @BeforeEach
    void peopleSave() {
        people = SavingPeople.start(portals());
    }

    @AfterEach
    void peopleGoHome() {
        people.stop();
    }

    SavingPeople people() {
        return people;
    }

    SessionsPage typed(Browsers browsers) {
        Page page = browsers.openAt(portals().address());
        page.navigate("/login");
        Desk.logIn(page, TwoPortals.ADMIN, TwoPortals.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Colours:"))
                .waitFor();
        return SessionsPage.open(page, "period=any&q=" + portals().driverForPage())
                .choose(0)
                .type("End mileage", "52400")
                .because("Reading mistyped");
    }

    static void awaitSaidOnceByEach(SeenLog log, String words) {
        patiently()
                .atMost(RECOVERY)
                .untilAsserted(() -> assertThat(log.saying(words)).hasSize(2));
    }

    /** Whoever watches the portal is answered at once, whatever is wrong. */
    void awaitNotReady() {
        patiently().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 503);
    }

    /** Threads of the portals may die of the fault. */
    static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions();
    }

    int readiness() {
        for (int n = 1; ; n++) {
            long began = System.nanoTime();
            int status = portals().readiness();
            var took = Duration.ofNanos(System.nanoTime() - began);
            if (took.compareTo(AT_ONCE) < 0) {
                return status;
            }
            assertThat(n).as("tries, the last answered after %s", took).isLessThan(TRIES);
        }
    }

    /** Who saves hears why not, and the typing stands. */
    static void assertSaid(SessionsPage page, String words) {
        save(page);
        assertThat(notices(page)).containsText(Pattern.compile(words));
        assertThat(page.text("End mileage")).hasValue("52,400");
        assertThat(page.editor()).containsText("Save sends: End mileage 52,400 (was 52,398)");
    }

    /** And waits for the answer. */
    static void save(SessionsPage page) {
        page.page()
                .waitForRequestFinished(
                        new Page.WaitForRequestFinishedOptions()
                                .setPredicate(request -> request.url().contains("v-r=uidl")),
                        page::save);
    }

    static Locator notices(SessionsPage page) {
        return page.page().locator("vaadin-notification-card");
    }

    /** All within the time from the fault's end on, and nothing that was confirmed is lost, doubled or out of order. */
    void assertRecovered(SessionsPage page) {
        long ended = System.nanoTime();
        patiently().atMost(RECOVERY).until(() -> readiness() == 200);
        patiently().atMost(left(ended)).until(() -> people.bothSaveAgain());
        page.save();
        assertThat(page.saying("saved.")).isVisible();
        people.stop();
        patiently().pollInSameThread().atMost(BACKLOG).untilAsserted(portals()::assertAllIsSettled);
        people.assertNothingIsLost();
        portals().assertTrailIsWhole();
    }

    private static Duration left(long ended) {
        return RECOVERY.minusNanos(System.nanoTime() - ended);
    }
}
