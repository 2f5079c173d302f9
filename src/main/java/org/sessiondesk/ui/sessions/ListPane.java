package org.sessiondesk.ui.sessions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.live.News;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.SessionSort;
import org.sessiondesk.worklist.Totals;

/** The grid with its foot, kept up to date by what is heard. */
final class ListPane extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Bench bench;
    private final SessionGrid grid;
    private final Foot foot;
    private Component ofProblems = new Div();
    private int begun;

    ListPane(Bench bench, Written written, Consumer<SessionSort> sorted, Runnable clearFilters) {
        this.bench = bench;
        this.grid = new SessionGrid(written, sorted);
        this.foot = new Foot(written, clearFilters);
        addClassName("sessions-list");
        add(grid, foot);
    }

    /** A row was chosen by click or arrow; Enter was pressed on one. */
    void onChoice(Consumer<UUID> chosen, Runnable enter) {
        // The open one has the focus again when its editor gives it back: on a phone that must not cover the list anew.
        grid.addCellFocusListener(event ->
                event.getItem().filter(line -> !grid.isMarked(line)).ifPresent(line -> chosen.accept(line.id())));
        grid.addItemClickListener(event -> chosen.accept(event.getItem().id()));
        grid.getElement()
                .addEventListener("keydown", _ -> enter.run())
                .setFilter("event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey")
                .preventDefault();
    }

    /** A sign was typed in the list; elsewhere it may be part of a text. */
    void onKey(String sign, Runnable act) {
        grid.getElement()
                .addEventListener("keydown", _ -> act.run())
                .setFilter("event.key === '" + sign + "'")
                .preventDefault();
    }

    /** What can be done with the whole of a list of problems, beside its sums. */
    void addToFoot(Component act) {
        ofProblems = act;
        foot.add(act);
    }

    /** Shows the bench's list from its beginning. */
    void show() {
        var totals = bench.totals();
        grid.show(bench.pages(), totals.sessions(), bench.url().sort(), bench::lists);
        begun = bench.openProblems(totals);
        foot(totals, begun);
        ofProblems.setVisible(bench.url().ofProblems());
    }

    /** Rows that are there are replaced where they stand; what may be new is fetched. */
    void hear(News news) {
        // Where rows go once they are put right, all that are there are looked at: fetched anew, such a one would be
        // gone.
        var known = news.ids().isEmpty() && !bench.letsGo() ? grid.held() : grid.loaded();
        if (!news.ids().isEmpty()) {
            known.retainAll(news.ids());
        }
        grid.replace(bench.lines(known));
        if (!news.ids().isEmpty() && known.containsAll(news.ids())) {
            foot(bench.totals());
        } else {
            reload();
        }
    }

    /** Other problems: only a list of them has other rows by that. */
    void hearProblems(News news) {
        if (bench.url().finding() != null) {
            hear(news);
            return;
        }
        var known = grid.loaded();
        if (!news.ids().isEmpty()) {
            known.retainAll(news.ids());
        }
        grid.replace(bench.lines(known));
        foot(bench.totals());
    }

    void reload() {
        var totals = bench.totals();
        grid.reload(totals.sessions());
        foot(totals);
    }

    private void foot(Totals totals) {
        foot(totals, bench.openProblems(totals));
    }

    private void foot(Totals totals, int open) {
        if (totals.sessions() == 0 && (bench.showsAllProblems() || done(open) > 0)) {
            foot.settled(done(open), bench.showsAllProblems() ? bench.problems().aside() : 0);
        } else {
            foot.show(totals, bench.url().narrowed(), done(open), open);
        }
    }

    /** How many problems were settled since the list was shown: seen to be, or missing by now. */
    private int done(int open) {
        return bench.mayHoldProblems() ? Math.max(grid.fixed(), begun - open) : 0;
    }

    Set<UUID> loaded() {
        return grid.loaded();
    }

    void showEditors(Map<UUID, String> editors) {
        grid.showEditors(editors);
    }

    Optional<SessionLine> after(@Nullable UUID session) {
        return grid.after(session);
    }

    void mark(@Nullable UUID session) {
        grid.mark(session);
    }

    void asCards(boolean cards) {
        grid.asCards(cards);
    }

    /** The row of the session that is open has the focus; without one the list, so that no other row is opened. */
    void focusRow() {
        if (!grid.focusMarked()) {
            getElement().setAttribute("tabindex", "-1").executeJs("this.focus()");
        }
    }
}
