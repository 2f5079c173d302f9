package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** Somebody else changed the session meanwhile: both versions side by side, and one way on for each. */
final class StalePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Names names;
    private final transient Written written;

    StalePanel(Names names, Written written) {
        this.names = names;
        this.written = written;
        addClassName("stale");
        getElement().setAttribute("role", "alertdialog").setAttribute("aria-label", t("sessions.stale.title"));
        setVisible(false);
    }

    /** @param takeFocus only after the person's own save: news mustn't take the cursor out of a field */
    void show(SessionValues theirs, Draft mine, boolean takeFocus, Runnable keepMine, Runnable takeTheirs) {
        removeAll();
        var title = new Div(t("sessions.stale.title"));
        title.addClassName("stale-title");
        add(title, versions(theirs, mine));
        var keep = new Button(t("sessions.stale.keep"), _ -> {
            setVisible(false);
            keepMine.run();
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var take = new Button(t("sessions.stale.take"), _ -> {
            setVisible(false);
            takeTheirs.run();
        });
        add(new Div(keep, take));
        setVisible(true);
        if (takeFocus) {
            keep.focus();
        }
    }

    private Div versions(SessionValues theirs, Draft mine) {
        var table = new Div();
        table.addClassName("stale-versions");
        table.add(new Span(""), new Span(t("sessions.stale.theirs")), new Span(t("sessions.stale.mine")));
        var fields = EnumSet.noneOf(SessionField.class);
        fields.addAll(mine.base().differences(theirs));
        fields.addAll(mine.touched());
        for (var field : fields) {
            boolean typed = mine.touched().contains(field);
            table.add(new Span(t("sessions.field." + field)), new Span(word(theirs.get(field))));
            table.add(new Span(typed ? word(mine.values().get(field)) : t("sessions.stale.untouched")));
        }
        return table;
    }

    private String word(@Nullable Object value) {
        return value instanceof UUID id ? names.either(id) : written.value(value);
    }
}
