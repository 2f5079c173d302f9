package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The odometer over time, drawn in the browser. All that it says is said again by the list of breaks and the table. */
@Tag("desk-odometer")
@JsModule("context://desk/odometer.js")
final class OdometerChart extends Component {

    private static final long serialVersionUID = 1L;

    private transient @Nullable OdometerDrawing shown;

    /** @param chosen the session whose point was clicked */
    OdometerChart(Consumer<UUID> chosen) {
        getElement().setAttribute("role", "img");
        getElement()
                .addEventListener(
                        "choose",
                        event -> chosen.accept(UUID.fromString(
                                event.getEventData().path("event.detail").asString())))
                .addEventData("event.detail");
    }

    void show(OdometerDrawing drawing, int breaks) {
        if (!drawing.equals(shown)) {
            shown = drawing;
            getElement().setPropertyBean("drawing", drawing);
            getElement()
                    .setAttribute(
                            "aria-label", t("vehicles.chart", drawing.line().size(), breaks));
        }
    }
}
