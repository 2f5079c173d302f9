package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.roster.Driver;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.roster.Vehicle;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.SiteTimes;

/** A session's values in words: drivers and vehicles by name, times in the site's zone. */
final class ValueWords {

    private final Roster roster;
    private final SiteTimes times;

    ValueWords(Roster roster, SiteTimes times) {
        this.roster = roster;
        this.times = times;
    }

    static String name(SessionField field) {
        return t("deliveries.field." + field);
    }

    String of(SessionField field, @Nullable Object value) {
        return switch (value) {
            case null -> t("deliveries.none");
            case Instant at -> times.dated(at);
            case Integer mileage -> String.format(Locale.US, "%,d", mileage);
            case LogInType type -> t("sessions.type." + type);
            case UUID id -> field == SessionField.DRIVER ? driver(id) : vehicle(id);
            default -> value.toString();
        };
    }

    private String driver(UUID id) {
        Driver driver = roster.drivers(List.of(id)).get(id);
        return driver == null ? shortened(id) : driver.name();
    }

    private String vehicle(UUID id) {
        Vehicle vehicle = roster.vehicles(List.of(id)).get(id);
        return vehicle == null ? shortened(id) : vehicle.name();
    }

    private static String shortened(UUID id) {
        return id.toString().substring(0, 8);
    }
}
