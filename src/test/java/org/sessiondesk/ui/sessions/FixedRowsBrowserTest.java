package org.sessiondesk.ui.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.SpringServlet;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.live.News;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.ui.sessions.edit.TimeText;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.SessionLine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of rows that change while they are looked at. */
class FixedRowsBrowserTest extends SessionsBench {

    private static final TimeText TIMES = new TimeText(ZoneId.of("America/Los_Angeles"));

    @Autowired
    private ServletRegistrationBean<SpringServlet> vaadin;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_row_that_a_save_fixed_stays_in_its_place_until_the_list_is_shown_anew(Desk desk) {
        var first = forgotten();
        var second = forgotten();
        var page = desk.signInAs("anna@demo.test");
        var sessions = SessionsPage.open(page, "q=Tester&mark=log-out-missing&sort=driver");
        assertThat(sessions.grid()).containsText(first.driver());
        assertThat(sessions.grid()).containsText(second.driver());
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
    void a_row_that_is_put_right_stays_also_where_the_news_names_none(Desk desk) {
        var opened = new CopyOnWriteArrayList<UI>();
        var watch = Objects.requireNonNull(vaadin.getServlet())
                .getService()
                .addUIInitListener(event -> opened.add(event.getUI()));
        var twins = twins();
        var sessions =
                SessionsPage.open(desk.signInAs("anna@demo.test"), "finding=digit-slip&sort=driver&q=" + twins.name());
        assertThat(sessions.row(1)).containsText(twins.second().driver());
        watch.remove();

        var ui = opened.getLast();
        ui.accessSynchronously(() -> {
            var list = in(ui, ListPane.class).findFirst().orElseThrow();
            settledUnseen(in(ui, SessionGrid.class)
                    .findFirst()
                    .orElseThrow()
                    .getLazyDataView()
                    .getItem(0)
                    .id());
            list.hearProblems(News.any(Topic.FINDING));
        });

        assertThat(sessions.row(0)).containsText(twins.first().driver());
        assertThat(sessions.grid()).containsText("✓ Fixed");
        assertThat(sessions.page().locator(".sessions-foot")).containsText("1 of 2 done");
    }

    /** As if it had been told while nobody could hear it. */
    private void settledUnseen(UUID session) {
        jdbc.sql("delete from finding where session_id = ?").param(session).update();
        jdbc.sql("delete from problem where session_id = ?").param(session).update();
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
            var grid = in(ui, SessionGrid.class).findFirst().orElseThrow();
            var line = grid.getLazyDataView().getItem(0);
            grid.replace(List.of(sent(line, SentState.SENDING)));
            grid.replace(List.of(sent(line, SentState.ACCEPTED)));
        });

        assertThat(sessions.grid()).containsText("✓ Accepted");
    }

    private static <C extends Component> Stream<C> in(Component parent, Class<C> type) {
        return type.isInstance(parent)
                ? Stream.of(type.cast(parent))
                : parent.getChildren().flatMap(child -> in(child, type));
    }

    private static SessionLine sent(SessionLine line, SentState state) {
        return new SessionLine(
                line.id(),
                line.ontimeId(),
                line.version(),
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
                line.leftOut(),
                line.signed(),
                line.paidIn(),
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
