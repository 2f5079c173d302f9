package org.sessiondesk.ui.daycheck;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.jspecify.annotations.Nullable;

/** The day's rows, drawn in the browser, where keys walk them without asking here. */
@Tag("desk-day")
@JsModule("context://desk/day-check.js")
final class DayPlan extends Component {

    private static final long serialVersionUID = 1L;

    private transient @Nullable DayDrawing shown;

    /** What is done with keys that lead elsewhere. */
    interface Keys {

        /** @param days −1 for the day before, 1 for the next */
        void turn(int days);

        void table();
    }

    DayPlan(Keys keys) {
        getElement()
                .addEventListener(
                        "turn",
                        event -> keys.turn(
                                event.getEventData().path("event.detail").asInt()))
                .addEventData("event.detail");
        getElement().addEventListener("table", _ -> keys.table());
    }

    void show(DayDrawing drawing) {
        if (!drawing.equals(shown)) {
            shown = drawing;
            getElement().setPropertyBean("drawing", drawing);
        }
    }
}
