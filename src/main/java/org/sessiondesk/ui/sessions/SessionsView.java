package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.intake.ReadNow;
import org.sessiondesk.intake.Readings;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.ui.Colours;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.intake.ReadingLine;
import org.sessiondesk.ui.sessions.edit.SessionEditor;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.sessions.problem.ProblemDesk;
import org.sessiondesk.worklist.Worklist;

/** Sessions: the list, its filters and the editor beside it. Its address says all that it shows. */
@Route("sessions/:session?")
@Menu(title = "menu.sessions", order = 20, icon = "vaadin:clock")
@StyleSheet("context://desk/sessions.css")
@PermitAll
public class SessionsView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Bench bench;
    private final transient ReadNow readNow;
    private final transient Walk walk;
    private final FilterLine filter;
    private final ListPane list;
    private final SessionEditor editor;
    private final transient Upkeep upkeep;
    private final WindowWidth width;

    SessionsView(
            Worklist worklist,
            PayRules payRules,
            Download.Exports exports,
            Editing editing,
            Written written,
            LiveUpdates live,
            Readings readings,
            ReadNow readNow,
            Editors editors,
            ProblemDesk problems) {
        this.readNow = readNow;
        this.bench = new Bench(worklist, payRules, written, problems);
        var me = SignedIn.now();
        var around = new BenchAround(this, bench);
        this.walk = editors.walk(me.id(), around);
        boolean mayCorrect = me.role().mayCorrect();
        var add = new Button(t("sessions.add"), _ -> startAdding());
        add.setVisible(mayCorrect);
        this.filter = new FilterLine(bench.choices(), this::go, Download.sessions(bench, exports, written), add);
        this.list = new ListPane(
                bench,
                written,
                sort -> go(bench.url().sorted(sort)),
                () -> go(SessionsUrl.USUAL.sorted(bench.url().sort())));
        list.addToFoot(Download.findings(bench, exports, written));
        this.width = new WindowWidth(list);
        this.editor = editors.editor(around);
        addClassName("sessions");
        var both = new Div(list, editor);
        both.addClassName("sessions-both");
        add(new ReadingLine(readings, live, written.times()), filter, both);
        Shortcuts.addShortcutListener(this, () -> walk(true), Key.F8).resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, () -> walk(false), Key.F8, KeyModifier.SHIFT)
                .resetFocusOnActiveElement();
        list.onChoice(this::choose, this::goOn);
        if (Colours.preferences().signKeys()) {
            list.onKey("/", filter::focusSearch);
            list.onKey("?", () -> new KeysDialog(mayCorrect).open());
        }
        this.upkeep = new Upkeep(bench, editing, me.id(), filter, list, editor, this::showNone);
        live.follow(
                this,
                Set.of(Topic.SESSION, Topic.FINDING, Topic.PRESENCE, Topic.ROSTER, Topic.SIGN_OFF, Topic.PAY_EXPORT),
                upkeep::hear);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parsed = SessionsUrl.parse(event.getLocation().getQueryParameters());
        if (!parsed.dropped().isEmpty()) {
            Notices.problem(t("sessions.url-dropped", String.join(", ", parsed.dropped())));
        }
        var wanted = event.getRouteParameters().get("session");
        var session = Address.session(event.getRouteParameters());
        if (wanted.isPresent() && session.flatMap(bench::find).isEmpty()) {
            var other = session.flatMap(bench::byOntimeId);
            if (other.isPresent()) {
                event.forwardTo(Address.path(other.get()), parsed.url().format());
                return;
            }
            Notices.problem(t("sessions.no-such"));
        }
        showList(parsed.url());
        session.ifPresentOrElse(this::show, this::showNone);
    }

    /** Another list beside the same session takes nothing away; all else asks before it takes what was typed. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var session = Address.session(event.getRouteParameters());
        boolean stays = event.getNavigationTarget() == SessionsView.class
                && Objects.equals(session.orElse(null), editor.session());
        if (!stays && editor.dirty()) {
            var leaving = event.postpone();
            editor.leaving(leaving::proceed, leaving::cancel);
        }
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("menu.sessions"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        width.follow(event.getUI().getPage());
        upkeep.showEditors();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        upkeep.worksOn(null);
    }

    /** The row was chosen: its session opens, once it is clear what becomes of what was typed. */
    void choose(UUID session) {
        if (session.equals(editor.session())) {
            setClassName("has-session", true);
        } else {
            editor.leaving(() -> {
                walk.leave();
                show(session);
                address(session);
            });
        }
    }

    /** Goes on with the next problem for one who walks them, else with the row after the one that is open. */
    void chooseNext() {
        var open = editor.session();
        if (walk.isAt(open)) {
            step(true);
        } else {
            list.after(open).ifPresent(next -> work(next.id()));
        }
    }

    private void walk(boolean forward) {
        editor.leaving(() -> step(forward));
    }

    private void step(boolean forward) {
        walk.step(editor.session(), forward).ifPresentOrElse(this::work, () -> Notices.done(walk.nowhere()));
    }

    private void work(UUID session) {
        show(session);
        address(session);
        editor.focusWork();
    }

    /** Back to the session that is open already. */
    private void goOn() {
        setClassName("has-session", editor.session() != null);
        editor.focusWork();
    }

    void backToList() {
        setClassName("has-session", false);
        if (width.isCovered()) {
            editing(null);
        }
        list.focusRow();
    }

    /** Says whether this tab's person works on a session now. */
    void editing(@Nullable UUID session) {
        upkeep.worksOn(session);
    }

    /** Another session beside the same list: the address follows, without a step for Back at each row. */
    void address(@Nullable UUID session) {
        getUI().ifPresent(ui -> Address.replace(ui, bench.url(), session));
    }

    /** The whole list anew, by the address: Back leads here again. The same one asked for again lets go what is fixed. */
    private void go(SessionsUrl url) {
        if (bench.shows(url)) {
            list.show();
            return;
        }
        getUI().ifPresent(ui -> Address.go(ui, url, editor.session()));
    }

    private void showList(SessionsUrl url) {
        if (!bench.shows(url)) {
            bench.show(url);
            filter.show(url);
            filter.show(bench.views());
            filter.show(bench.problems());
            list.show();
        }
    }

    private void show(UUID session) {
        bench.find(session).ifPresent(detail -> {
            if (session.equals(editor.session())) {
                editor.update(detail);
            } else {
                editing(null);
                editor.show(detail);
                // So that a conflict is seen before the typing.
                readNow.readNow(session);
            }
            setClassName("has-session", true);
            list.mark(session);
            upkeep.showEditors();
        });
    }

    private void showNone() {
        if (editor.session() != null) {
            editor.close();
            list.mark(null);
            setClassName("has-session", false);
        }
    }

    private void startAdding() {
        editor.leaving(() -> {
            editing(null);
            editor.add(bench.dayOfList());
            list.mark(null);
            setClassName("has-session", true);
            address(null);
        });
    }
}
