package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sessiondesk.signoff.LateChange;
import org.sessiondesk.ui.SiteTimes;

/** One late change: whose, what changed there, and the two ways to decide. */
final class LateItem extends ListItem {

    private static final long serialVersionUID = 1L;

    /** What is done about it. */
    interface Acts {

        void take(LateChange change, String whose);

        void keep(LateChange change);
    }

    /**
     * What is shown of one.
     *
     * @param lines what changed
     */
    record Shown(LateChange change, String whose, List<String> lines) {}

    private final Button take = new Button();
    private final Button keep = new Button(t("late.keep"));

    LateItem(Shown shown, SiteTimes times, boolean mayTake, boolean mayKeep, Acts acts) {
        var change = shown.change();
        var whose = shown.whose();
        var ask = t(change.byFile() ? "late.take.ask.file" : "late.take.ask." + change.kind());
        var what = new Div(
                new Anchor("sessions/" + change.session(), whose),
                new Span(t(
                        (change.byFile() ? "late.file." : "late.kind.") + change.kind(),
                        times.near(change.noticedAt()))));
        what.addClassName("late-what");
        var lines = new Div();
        lines.addClassName("late-lines");
        shown.lines().forEach(each -> lines.add(new Div(each)));
        var buttons = new Div();
        buttons.addClassName("late-acts");
        if (mayTake) {
            take.setText(ask);
            take.addClickListener(_ -> acts.take(change, whose));
            take.setAriaLabel(t("late.act.of", ask, whose));
            buttons.add(take);
        }
        if (mayKeep) {
            keep.addClickListener(_ -> acts.keep(change));
            keep.setAriaLabel(t("late.act.of", t("late.keep"), whose));
            keep.setDisableOnClick(true);
            buttons.add(keep);
        }
        oncePerPress(take);
        oncePerPress(keep);
        addClassName("late-item");
        add(new Div(what, lines), buttons);
    }

    /** The focus goes on to the next one's: a key that is held would decide about what nobody has read. */
    private static void oncePerPress(Button button) {
        button.getElement()
                .executeJs(
                        "this.addEventListener('keydown', (e) => e.repeat && e.stopImmediatePropagation(), {capture: true})");
    }

    void focusTake() {
        take.focus();
    }

    void focusKeep() {
        keep.focus();
    }
}
