package org.sessiondesk.finding.check;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How a session and its neighbours look now, for a dismissal that is to fall when they look otherwise. */
@Component
public class Prints {

    private final LineRows rows;
    private final InstantSource clock;

    Prints(LineRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** In its vehicle's and its driver's line; empty text where it stands in none. */
    public record Pair(String vehicle, String driver) {}

    /** Whether a line looks as it did then; on a side where nobody stood somebody may have come. */
    static boolean holds(String then, String now) {
        String[] old = then.split(":", -1);
        String[] parts = now.split(":", -1);
        if (old.length != 3 || parts.length != 3) {
            return then.equals(now);
        }
        return old[1].equals(parts[1])
                && (old[0].isEmpty() || old[0].equals(parts[0]))
                && (old[2].isEmpty() || old[2].equals(parts[2]));
    }

    /** Whether nobody stood on one of its sides. */
    static boolean open(String then) {
        return then.startsWith(":") || then.endsWith(":");
    }

    /** As it stands now. */
    public Pair of(UUID session) {
        var now = clock.instant();
        var here = rows.now(List.of(session), now).get(session);
        if (here == null) {
            return new Pair("", "");
        }
        var values = here.values();
        var inVehicle = Place.of(values.vehicle(), values.logIn(), session);
        var inDriver = Place.of(values.driver(), values.logIn(), session);
        return new Pair(
                inVehicle == null
                        ? ""
                        : rows.vehicles(List.of(), List.of(inVehicle), now)
                                .window(inVehicle)
                                .print(),
                inDriver == null
                        ? ""
                        : rows.drivers(List.of(), List.of(inDriver), now)
                                .window(inDriver)
                                .print());
    }
}
