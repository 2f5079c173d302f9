package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.SpringServlet;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.sessions.edit.TimeText;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.SessionLine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** What becomes of rows that change while they are looked at. */
class FixedRowsBrowserTest extends SessionsBench {

    private static final TimeText TIMES = new TimeText(ZoneId.of("America/Los_Angeles"));

    @Autowired
    private ServletRegistrationBean<SpringServlet> vaadin;

    @Test
    void a_row_that_a_save_fixed_stays_in_its_place_until_the_list_is_shown_anew(Desk desk) {
        var first = forgotten();
        var second = forgotten();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=Tester&mark=log-out-missing&sort=driver");
        int rows =
                sessions.grid().locator(".row-driver").locator("visible=true").count();
        int at = indexOf(sessions, first.driver(), rows);
        sessions.choose(at)
                .type("Log out", TIMES.text(LOG_IN.plus(Duration.ofHours(9))))
                .because("Forgot log-out")
                .save();

        assertThat(sessions.grid()).containsText("✓ Fixed");
        forgotten();
        assertThat(sessions.row(at)).containsText(first.driver());
        assertThat(sessions.row(at + 1)).containsText(second.driver());

        page.reload();
        assertThat(sessions.row(at)).containsText(second.driver());
        assertThat(sessions.grid()).not().containsText("✓ Fixed");
    }

    @Test
    void of_a_row_that_changes_twice_before_the_browser_hears_of_it_the_newest_is_shown(Desk desk) {
        var opened = new CopyOnWriteArrayList<UI>();
        var watch = Objects.requireNonNull(vaadin.getServlet())
                .getService()
                .addUIInitListener(event -> opened.add(event.getUI()));
        var read = forgotten();
        var sessions = SessionsPage.open(
                desk.signInAs("anna@demo.test"), "q=" + read.driver().split(",")[0]);
        assertThat(sessions.row(0)).containsText(read.driver());
        watch.remove();

        var ui = opened.getLast();
        ui.accessSynchronously(() -> {
            var grid = grid(ui).findFirst().orElseThrow();
            var line = grid.getLazyDataView().getItem(0);
            grid.replace(List.of(sent(line, SentState.SENDING)));
            grid.replace(List.of(sent(line, SentState.ACCEPTED)));
        });

        assertThat(sessions.grid()).containsText("✓ Accepted");
    }

    private static Stream<SessionGrid> grid(Component in) {
        return in instanceof SessionGrid grid
                ? Stream.of(grid)
                : in.getChildren().flatMap(FixedRowsBrowserTest::grid);
    }

    private static SessionLine sent(SessionLine line, SentState state) {
        return new SessionLine(
                line.id(),
                line.ontimeId(),
                line.driverId(),
                line.driver(),
                line.vehicleId(),
                line.vehicle(),
                line.type(),
                line.logIn(),
                line.logOut(),
                line.startMileage(),
                line.endMileage(),
                line.distance(),
                line.edited(),
                line.addedByOffice(),
                line.vanished(),
                line.mark(),
                line.problem(),
                state);
    }

    private static int indexOf(SessionsPage sessions, String driver, int rows) {
        for (int at = 0; at < rows; at++) {
            if (sessions.row(at).textContent().contains(driver)) {
                return at;
            }
        }
        throw new AssertionError(driver + " isn't in the list");
    }
}
