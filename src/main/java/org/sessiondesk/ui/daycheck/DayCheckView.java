package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Set;
import org.sessiondesk.daycheck.DayCheck;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.sessions.edit.Written;

/** A day: each driver's or vehicle's sessions, totals, and what stands against them. */
@Route("shift-audit")
@Menu(title = "menu.day-check", order = 30, icon = "vaadin:calendar-clock")
@StyleSheet("context://desk/day-check.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class DayCheckView extends Div implements AfterNavigationObserver, HasDynamicTitle, DayPlan.Keys {

    private static final long serialVersionUID = 1L;

    private final transient DayCheck dayCheck;
    private final transient Written written;
    private final DayHead head = new DayHead(this::go);
    private final DayPlan plan = new DayPlan(this);
    private final Paragraph keys = new Paragraph(t("day-check.keys"));
    private final Paragraph notes = new Paragraph();
    private transient DayUrl url = DayUrl.USUAL;

    DayCheckView(DayCheck dayCheck, Written written, LiveUpdates live) {
        this.dayCheck = dayCheck;
        this.written = written;
        addClassNames("screen", "day-check");
        notes.addClassName("quiet");
        keys.addClassNames("quiet", "day-keys");
        add(head, plan, notes, keys);
        live.follow(this, Set.of(Topic.SESSION, Topic.FINDING, Topic.ROSTER, Topic.CONNECTION), _ -> show());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("menu.day-check"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = DayUrl.parse(event.getLocation().getQueryParameters());
        show();
    }

    @Override
    public void turn(int days) {
        go(url.on(day().plusDays(days)));
    }

    @Override
    public void table() {
        go(url.asTable(!url.table()));
    }

    private void show() {
        var board = dayCheck.day(day(), url.by());
        var words = new DayWords(written, board);
        head.show(url, day(), words.counts());
        plan.show(words.draw(url.table()));
        notes.setText(words.notes());
    }

    private LocalDate day() {
        return url.day(LocalDate.ofInstant(written.now(), written.times().zone()));
    }

    private void go(DayUrl other) {
        getUI().ifPresent(ui -> ui.navigate(DayCheckView.class, other.format()));
    }
}
