package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.payperiod.PeriodBoard;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.settled.Drawn;

/** A pay period: each driver's days, what is signed of them, and the sums that are paid. */
@Route(PeriodUrl.PATH)
@StyleSheet("context://desk/sessions.css")
@StyleSheet("context://desk/day-check.css")
@StyleSheet("context://desk/pay-period.css")
@StyleSheet("context://desk/print.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class PeriodView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PeriodDesk desk;
    private final transient Written written;
    private final Anchor exports = new Anchor("", t("menu.exports"));
    private final transient Drawn<PeriodBoard, PeriodDrawing> drawn = new Drawn<>();
    private final PeriodActs acts;
    private final PeriodHead head;
    private final PeriodPlan plan = new PeriodPlan(this::turn);
    private final Paragraph notRead = new Paragraph();
    private final Paragraph notes = new Paragraph();
    private transient PeriodUrl url = new PeriodUrl(null);
    private transient @Nullable PeriodBoard shown;

    PeriodView(PeriodDesk desk, LiveUpdates live) {
        this.desk = desk;
        this.written = desk.written();
        this.acts = new PeriodActs(desk, drawn, this::now, this::show);
        acts.add(exports);
        this.head = new PeriodHead(acts);
        addClassNames("screen", "period");
        notRead.addClassName("amber");
        notes.addClassNames("quiet", "period-notes");
        exports.addClassNames("view", "day-choice");
        exports.setVisible(SignedIn.now().role() != Role.SUPERVISOR);
        var keys = new Paragraph(t("pay-period.keys"));
        keys.addClassNames("quiet", "period-notes", "period-keys");
        add(head, notRead, plan, notes, keys);
        live.follow(
                this,
                Set.of(
                        Topic.SESSION,
                        Topic.FINDING,
                        Topic.ROSTER,
                        Topic.SIGN_OFF,
                        Topic.PAY_RULES,
                        Topic.PAY_EXPORT,
                        Topic.READING),
                _ -> show());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("pay-period.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = PeriodUrl.parse(event.getLocation().getQueryParameters());
        show();
    }

    private void turn(int periods) {
        var board = shown;
        if (board != null) {
            var calendar = board.setting().calendar();
            var other = periods < 0 ? calendar.previous(board.period()) : calendar.next(board.period());
            var to = new PeriodUrl(other.first());
            getUI().ifPresent(ui -> ui.navigate(PeriodView.class, to.format()));
        }
    }

    private PeriodBoard now() {
        return desk.check().period(url.day(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(written.now(), written.times().zone());
    }

    private void show() {
        var board = now();
        shown = board;
        var words = new PeriodWords(written, board, desk.exports().paidIn(board.period()));
        var drawing = words.draw();
        if (drawn.draw(board, drawing)) {
            plan.show(drawing);
        }
        acts.show(board, today());
        head.show(board.period(), board.setting().calendar(), today(), words.name(), words.counts());
        exports.setHref("exports?day=" + board.period().first());
        String missing = desk.notRead().of(board.period());
        notRead.setText(missing.isEmpty() ? "" : "△ " + missing);
        notRead.setVisible(!missing.isEmpty());
        notes.setText(words.notes());
    }
}
