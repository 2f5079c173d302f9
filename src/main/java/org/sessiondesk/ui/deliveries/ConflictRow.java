package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.sessiondesk.delivery.Deliveries.Difference;

/** One field of a conflict: what it was, and OnTime's or ours to choose. */
final class ConflictRow extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Difference difference;
    private final RadioButtonGroup<Side> choice = new RadioButtonGroup<>();

    private enum Side {
        ONTIME,
        OURS
    }

    /** @param preselected ours where it was corrected here, else OnTime's; else nothing is chosen yet */
    ConflictRow(Difference difference, ValueWords words, boolean mayDecide, boolean preselected, Runnable chosen) {
        this.difference = difference;
        var field = difference.field();
        var name = ValueWords.name(field);
        var before = words.of(field, difference.before());
        addClassName("conflict-row");
        var was = new Span(before);
        was.addClassName("conflict-before");
        var title = new Span(name);
        title.addClassName("conflict-field");
        choice.setAriaLabel(t("deliveries.conflict.group", name, before));
        choice.setItems(Side.ONTIME, Side.OURS);
        choice.setRenderer(new ComponentRenderer<>(side ->
                label(side, words.of(field, side == Side.OURS ? difference.ours() : difference.ontime()))));
        choice.setReadOnly(!mayDecide);
        if (preselected) {
            choice.setValue(difference.correctedHere() ? Side.OURS : Side.ONTIME);
        }
        choice.addValueChangeListener(_ -> {
            choice.setInvalid(false);
            chosen.run();
        });
        add(title, was, choice);
    }

    private static Span label(Side side, String value) {
        var column = new Span(t("deliveries.conflict.side." + side) + " ");
        column.addClassName("unseen");
        return new Span(column, new Span(value));
    }

    Difference difference() {
        return difference;
    }

    boolean chosen() {
        return choice.getValue() != null;
    }

    boolean ours() {
        return choice.getValue() == Side.OURS;
    }

    /** Says that a choice is missing here, and puts the cursor there. */
    void askFor() {
        choice.setErrorMessage(t("deliveries.conflict.pick"));
        choice.setInvalid(true);
        choice.getElement().callJsFunction("focus");
    }
}
