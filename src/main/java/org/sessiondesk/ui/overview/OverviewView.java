package org.sessiondesk.ui.overview;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;

/** The first screen: what waits, most urgent first, each line the way to it. */
@Route("")
@Menu(title = "menu.overview", order = 10, icon = "vaadin:home-o")
@StyleSheet("context://desk/overview.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class OverviewView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Morning morning;
    private final ConnectionLine connection;
    private final Paragraph nothing = new Paragraph(t("overview.nothing"));
    private final WaitingList needsYou = new WaitingList(t("overview.needs-you"));
    private final WaitingList stillOut = new WaitingList(t("overview.still-out"));
    private final WaitingList signOff = new WaitingList(t("overview.sign-off"));

    OverviewView(Morning morning, ConnectionLine.Doors doors, LiveUpdates live) {
        this.morning = morning;
        this.connection = new ConnectionLine(doors);
        addClassNames("screen", "overview");
        nothing.getElement().setAttribute("role", "status");
        add(new H1(t("menu.overview")), connection, nothing, needsYou, stillOut, signOff);
        live.follow(
                this,
                Set.of(Topic.SESSION, Topic.FINDING, Topic.READING, Topic.CONNECTION, Topic.ROSTER, Topic.SIGN_OFF),
                _ -> show());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("menu.overview"));
    }

    /** Enter starts the first line: that is where the focus is, once, when somebody comes here. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
        needsYou.first().ifPresent(WaitingLine::focusFirst);
    }

    private void show() {
        connection.show();
        var lines = morning.needsYou();
        needsYou.show(lines);
        stillOut.show(morning.stillOut());
        signOff.show(morning.signOff());
        nothing.setVisible(lines.stream().allMatch(Waiting::isNothing));
    }
}
