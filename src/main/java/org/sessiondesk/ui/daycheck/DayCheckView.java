package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.daycheck.DayBoard;
import org.sessiondesk.daycheck.DayCheck;
import org.sessiondesk.live.News;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.sessions.Editors;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.settled.Drawn;

/** A day: each driver's or vehicle's sessions, totals, and what stands against them. */
@Route("shift-audit")
@Menu(title = "menu.day-check", order = 30, icon = "vaadin:calendar-clock")
@StyleSheet("context://desk/sessions.css")
@StyleSheet("context://desk/day-check.css")
@StyleSheet("context://desk/print.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class DayCheckView extends Div
        implements AfterNavigationObserver,
                BeforeLeaveObserver,
                HasDynamicTitle,
                DayPlan.Keys,
                DayEditor.Board,
                Signing.Screen {

    private static final long serialVersionUID = 1L;

    private final transient DayCheck dayCheck;
    private final transient Written written;
    private final transient Drawn<DayBoard, DayDrawing> drawn = new Drawn<>();
    private final DayHead head;
    private final SignAll signAll;
    private final transient Signing signing;
    private final transient SignDesk desk;
    private final Paragraph notRead = new Paragraph();
    private final DayPlan plan = new DayPlan(this);
    private final Paragraph keys = new Paragraph(t("day-check.keys"));
    private final Paragraph notes = new Paragraph();
    private final transient DayEditor editor;
    private transient DayUrl url = DayUrl.USUAL;

    DayCheckView(DayCheck dayCheck, Written written, Editors editors, SignDesk desk, LiveUpdates live) {
        this.dayCheck = dayCheck;
        this.written = written;
        this.desk = desk;
        this.signing = desk.signing(this);
        this.signAll = new SignAll(signing);
        this.head = new DayHead(this::go, signAll, SignedIn.now().role() != Role.SUPERVISOR);
        notRead.addClassName("amber");
        addClassNames("screen", "day-check");
        notes.addClassName("quiet");
        keys.addClassNames("quiet", "day-keys");
        this.editor = new DayEditor(editors, this);
        var board = new Div(notRead, plan, notes, keys);
        board.addClassName("day-board");
        var both = new Div(board, editor.component());
        both.addClassName("day-both");
        add(head, both);
        live.follow(
                this,
                Set.of(
                        Topic.SESSION,
                        Topic.FINDING,
                        Topic.ROSTER,
                        Topic.CONNECTION,
                        Topic.PRESENCE,
                        Topic.SIGN_OFF,
                        Topic.PAY_EXPORT,
                        Topic.READING),
                this::hear);
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("menu.day-check"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var before = url;
        url = DayUrl.parse(event.getLocation().getQueryParameters());
        if (!Objects.equals(before.day(), url.day()) || before.by() != url.by()) {
            // The plan forgets what is ticked together with its rows.
            tick(Set.of());
        }
        editor.show(url.session());
        plan.beginAt(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("at")
                .orElse(""));
        show();
    }

    /** Another look at the day beside the same session takes nothing away; all else asks before it takes what was typed. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var session = DayUrl.parse(event.getLocation().getQueryParameters()).session();
        boolean stays = event.getNavigationTarget() == DayCheckView.class
                && Objects.equals(session, editor.editor().session());
        if (!stays && editor.editor().dirty()) {
            var leaving = event.postpone();
            editor.editor().leaving(leaving::proceed, leaving::cancel);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        editor.editing(null);
    }

    @Override
    public void turn(int days) {
        go(url.on(day().plusDays(days)));
    }

    @Override
    public void table() {
        go(url.asTable(!url.table()));
    }

    @Override
    public void tick(Set<UUID> rows) {
        signAll.tick(rows);
    }

    @Override
    public void act(int board, String what, UUID row) {
        signing.act(board, what, row);
    }

    @Override
    public void open(UUID session) {
        open(session, true);
    }

    @Override
    public String notRead(LocalDate date) {
        return desk.notRead(date);
    }

    @Override
    public void open(UUID session, boolean byKey) {
        editor.open(session);
        if (byKey && session.equals(editor.editor().session())) {
            editor.editor().focusWork();
        }
    }

    @Override
    public Optional<DayBoard> seen(int board) {
        return drawn.seen(board);
    }

    @Override
    public DayBoard now() {
        return dayCheck.day(day(), url.by());
    }

    /** The first one is a step that Back takes back; from one to the next, and to none, there is no step. */
    @Override
    public void address(@Nullable UUID session) {
        boolean step = session != null && editor.editor().session() == null;
        url = session == null ? url.open(null) : url.on(day()).open(session);
        editor.show(session);
        show();
        getUI().ifPresent(ui -> {
            var history = ui.getPage().getHistory();
            if (step) {
                history.pushState(null, url.href());
            } else {
                history.replaceState(null, url.href());
            }
        });
    }

    @Override
    public void closed(UUID session) {
        plan.focus(session);
    }

    private void hear(News news) {
        if (news.topic() != Topic.PRESENCE) {
            show();
        }
        editor.hear(news);
    }

    @Override
    public void show() {
        var board = now();
        var cells = desk.cells(board);
        var words = new DayWords(written, board, url, cells);
        setClassName("has-session", url.session() != null);
        head.show(url, day(), words.counts());
        var missing = notRead(day());
        notRead.setText(missing.isEmpty() ? "" : "△ " + missing);
        notRead.setVisible(!missing.isEmpty());
        var drawing = words.draw();
        if (drawn.draw(board, drawing)) {
            plan.show(drawing, drawn);
        }
        signAll.show(cells.ready(), drawn);
        notes.setText(words.notes());
    }

    private LocalDate day() {
        return url.day(LocalDate.ofInstant(written.now(), written.times().zone()));
    }

    private void go(DayUrl other) {
        getUI().ifPresent(ui -> ui.navigate(DayCheckView.class, other.format()));
    }
}
