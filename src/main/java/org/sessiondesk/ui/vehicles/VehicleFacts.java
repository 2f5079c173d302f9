package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.fleet.FleetVehicle;
import org.sessiondesk.fleet.UsualDistance;
import org.sessiondesk.ui.sessions.edit.Written;

/** What is known of a vehicle. */
final class VehicleFacts extends DescriptionList {

    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final transient VehicleLineWords words;

    VehicleFacts(Written written, VehicleLineWords words) {
        this.written = written;
        this.words = words;
        addClassNames("facts", "vehicle-facts");
    }

    void show(FleetVehicle vehicle, @Nullable UsualDistance usual) {
        removeAll();
        fact("plate", vehicle.plate());
        fact("fleet-id", vehicle.fleetId());
        fact("owner", t(vehicle.company() ? "vehicles.owner.company" : "vehicles.owner.driver"));
        fact(
                "reading",
                vehicle.reading() == null
                        ? null
                        : t(
                                "vehicles.reading-at",
                                written.distance(vehicle.reading()),
                                written.time(vehicle.readAt())));
        fact("usual", words.usual(usual));
        String problems = words.problems(vehicle.errors(), vehicle.warnings());
        if (problems.isEmpty()) {
            fact("problems", t("vehicles.no-problems"));
        } else {
            add(
                    new Term(t("vehicles.column.problems")),
                    new Description(new Anchor(VehicleLineWords.problemsOf(vehicle.id()), problems)));
        }
    }

    private void fact(String name, @Nullable String value) {
        add(new Term(t("vehicles.column." + name)));
        add(new Description(Objects.requireNonNullElse(value, t("sessions.none"))));
    }
}
