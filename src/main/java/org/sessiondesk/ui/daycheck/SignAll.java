package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.dom.DomEvent;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.ui.settled.Drawn;

/** Signs what is ticked; all that is ready where nothing is. */
final class SignAll extends Button {

    private static final long serialVersionUID = 1L;

    private static final String TICKED = "ticked";

    private transient Set<UUID> ticked = Set.of();
    private int ready;

    /** What it does. */
    interface Signs {

        /**
         * @param board the number of the board on which somebody pressed
         * @param ticked these rows; all that are ready if there is none
         */
        void sign(int board, Set<UUID> ticked);

        /** The button said another thing as it was pressed than it would do now. */
        void overtaken();
    }

    SignAll(Signs signs) {
        addThemeVariants(ButtonVariant.PRIMARY);
        setDisableOnClick(true);
        Drawn.says(getElement().addEventListener("click", event -> press(event, signs)))
                .addEventData("element." + TICKED);
        addClickListener(_ -> setEnabled(true));
        show();
    }

    private void press(DomEvent event, Signs signs) {
        if (event.getEventData().path("element." + TICKED).asInt(0) == ticked.size()) {
            signs.sign(Drawn.said(event), ticked);
        } else {
            signs.overtaken();
        }
    }

    /** So many rows are ready now. */
    void show(int rows, Drawn<?, ?> drawn) {
        ready = rows;
        drawn.mark(getElement());
        show();
    }

    /** These are ticked from now on. */
    void tick(Set<UUID> rows) {
        ticked = Set.copyOf(rows);
        show();
    }

    private void show() {
        getElement().setProperty(TICKED, ticked.size());
        setText(ticked.isEmpty() ? t("day-check.sign-all", ready) : t("day-check.sign-ticked", ticked.size()));
        setVisible(ready > 0 || !ticked.isEmpty());
    }
}
