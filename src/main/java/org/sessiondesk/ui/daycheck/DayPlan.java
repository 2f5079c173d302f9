package org.sessiondesk.ui.daycheck;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.ui.settled.Drawn;

/** The day's rows, drawn in the browser, where keys walk them without asking here. */
@Tag("desk-day")
@JsModule("context://desk/day-check.js")
final class DayPlan extends Component {

    private static final long serialVersionUID = 1L;

    /** What is done with keys that lead elsewhere. */
    interface Keys {

        /** @param days −1 for the day before, 1 for the next */
        void turn(int days);

        void table();

        /** These rows are ticked, to be signed together. */
        void tick(Set<UUID> rows);

        /**
         * @param board the number of the board on which it was asked for
         * @param what a code of {@link SettledCells}
         */
        void act(int board, String what, UUID row);

        /** @param byKey whether whoever opens it works by keys */
        void open(UUID session, boolean byKey);
    }

    DayPlan(Keys keys) {
        getElement()
                .addEventListener(
                        "turn",
                        event -> keys.turn(
                                event.getEventData().path("event.detail").asInt()))
                .addEventData("event.detail");
        getElement().addEventListener("table", _ -> keys.table());
        getElement()
                .addEventListener("tick", event -> {
                    var rows = new HashSet<UUID>();
                    event.getEventData().path("event.detail").forEach(row -> rows.add(UUID.fromString(row.asString())));
                    keys.tick(rows);
                })
                .addEventData("event.detail");
        Drawn.says(getElement()
                .addEventListener(
                        "act",
                        event -> keys.act(
                                Drawn.said(event),
                                event.getEventData().path("event.detail.what").asString(),
                                UUID.fromString(event.getEventData()
                                        .path("event.detail.row")
                                        .asString())))
                .addEventData("event.detail.what")
                .addEventData("event.detail.row"));
        getElement()
                .addEventListener(
                        "open",
                        event -> keys.open(
                                UUID.fromString(event.getEventData()
                                        .path("event.detail.session")
                                        .asString()),
                                event.getEventData().path("event.detail.byKey").asBoolean()))
                .addEventData("event.detail.session")
                .addEventData("event.detail.byKey");
    }

    /** Gives the focus back to a session's bar. */
    void focus(UUID session) {
        getElement().callJsFunction("focusSession", session.toString());
    }

    /** Begins at the row of this driver or vehicle, once it is drawn. */
    void beginAt(String id) {
        getElement().setAttribute("at", id);
    }

    void show(DayDrawing drawing, Drawn<?, ?> drawn) {
        drawn.mark(getElement());
        getElement().setPropertyBean("drawing", drawing);
    }
}
