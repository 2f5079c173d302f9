package org.sessiondesk.sandbox;

import java.util.List;
import org.sessiondesk.sandbox.fleet.Fleet;
import org.sessiondesk.sandbox.fleet.PlantedMistake;
import tools.jackson.databind.node.ObjectNode;

/** A planted mistake as the control page tells it: the session, what was entered and what is true. */
record Planted(String session, PlantedMistake.Kind kind, ObjectNode entered, ObjectNode truth) {

    static List<Planted> list(Fleet fleet) {
        return fleet.planted().stream()
                .map(mistake -> new Planted(
                        mistake.entered().id().toString(),
                        mistake.kind(),
                        Wire.PLAIN.session(mistake.entered()),
                        Wire.PLAIN.session(mistake.truth())))
                .toList();
    }
}
