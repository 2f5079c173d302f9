package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.roster.Driver;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.roster.Vehicle;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.ui.SiteTimes;

/** A session's values in words: drivers and vehicles by name, times in the site's zone. */
public final class ValueWords {

    private final Function<UUID, @Nullable Driver> drivers;
    private final Function<UUID, @Nullable Vehicle> vehicles;
    private final SiteTimes times;

    public ValueWords(Roster roster, SiteTimes times) {
        this(
                id -> roster.drivers(List.of(id)).get(id),
                id -> roster.vehicles(List.of(id)).get(id),
                times);
    }

    private ValueWords(
            Function<UUID, @Nullable Driver> drivers, Function<UUID, @Nullable Vehicle> vehicles, SiteTimes times) {
        this.drivers = drivers;
        this.vehicles = vehicles;
        this.times = times;
    }

    /** For these values, whose names are looked up at once. */
    public static ValueWords of(Collection<SessionValues> values, Roster roster, SiteTimes times) {
        var drivers = roster.drivers(ids(values, SessionValues::driver));
        var vehicles = roster.vehicles(ids(values, SessionValues::vehicle));
        return new ValueWords(drivers::get, vehicles::get, times);
    }

    private static Set<UUID> ids(Collection<SessionValues> values, Function<SessionValues, @Nullable UUID> of) {
        return values.stream().flatMap(one -> Stream.ofNullable(of.apply(one))).collect(Collectors.toSet());
    }

    /** What a field is called. */
    public static String name(SessionField field) {
        return t("deliveries.field." + field);
    }

    /** A field's value; a dash for none. */
    public String of(SessionField field, @Nullable Object value) {
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
        Driver driver = drivers.apply(id);
        return driver == null ? shortened(id) : driver.name();
    }

    private String vehicle(UUID id) {
        Vehicle vehicle = vehicles.apply(id);
        return vehicle == null ? shortened(id) : vehicle.name();
    }

    private static String shortened(UUID id) {
        return id.toString().substring(0, 8);
    }
}
