package org.sessiondesk.ui.payperiod;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.IntConsumer;

/** The matrix, drawn in the browser, where keys walk it without asking here. */
@Tag("desk-period")
@JsModule("context://desk/pay-period.js")
final class PeriodPlan extends Component {

    private static final long serialVersionUID = 1L;

    /** @param turn −1 for the period before, 1 for the next */
    PeriodPlan(IntConsumer turn) {
        getElement()
                .addEventListener(
                        "turn",
                        event -> turn.accept(
                                event.getEventData().path("event.detail").asInt()))
                .addEventData("event.detail");
    }

    void show(PeriodDrawing drawing) {
        getElement().setPropertyBean("drawing", drawing);
    }
}
