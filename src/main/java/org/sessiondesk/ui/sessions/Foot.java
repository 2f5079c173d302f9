package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.Totals;
import org.sessiondesk.worklist.Worklist;

/**
 * "80 sessions · 712 h 30 min · 7,480 mi (2 not counted: backwards or over 500 mi) · 3 of 11 done"; or that none
 * matches, with the way out. A sum that a slip of the finger has spoilt would be worse than none.
 */
final class Foot extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final Span words = new Span();
    private final Button clear = new Button(t("sessions.clear-filters"));
    private final Anchor toDayCheck = new Anchor("shift-audit", t("sessions.foot.to-day-check"));

    Foot(Written written, Runnable clearFilters) {
        this.written = written;
        addClassName("sessions-foot");
        words.getElement().setAttribute("role", "status");
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(_ -> clearFilters.run());
        toDayCheck.setVisible(false);
        add(words, clear, toDayCheck);
    }

    /**
     * @param done problems that were settled since the list was shown
     * @param open problems of the list that are left
     */
    void show(Totals totals, boolean narrowed, int done, int open) {
        clear.setVisible(totals.sessions() == 0 && narrowed);
        toDayCheck.setVisible(false);
        if (totals.sessions() == 0) {
            words.setText(t(narrowed ? "sessions.foot.none-match" : "sessions.foot.none"));
        } else if (totals.more()) {
            words.setText(t("sessions.foot.more", written.number(Worklist.REACH)));
        } else {
            words.setText(t(
                    "sessions.foot.totals",
                    totals.sessions(),
                    written.duration(totals.time()),
                    written.distance(totals.distance()),
                    uncounted(totals) + notInTotals(totals),
                    done + open == 0 ? "" : t("sessions.foot.done", done, done + open)));
        }
    }

    /** Of a list of problems, once nothing is left in it. */
    void settled(int done, int aside) {
        clear.setVisible(false);
        toDayCheck.setVisible(true);
        words.setText(t("sessions.foot.settled", done, aside));
    }

    private static String notInTotals(Totals totals) {
        return (totals.leftOut() == 0 ? "" : t("sessions.foot.left-out", totals.leftOut()))
                + (totals.vanished() == 0 ? "" : t("sessions.foot.vanished", totals.vanished()));
    }

    private String uncounted(Totals totals) {
        return totals.unlikely() == 0
                ? ""
                : t("sessions.foot.uncounted", written.number(totals.unlikely()), written.distance(Worklist.FARTHEST));
    }
}
