package org.sessiondesk.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sandbox.fleet.Person;
import org.sessiondesk.sandbox.fleet.TimeClockSession;
import org.sessiondesk.sandbox.fleet.Vehicle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spells records as OnTime's JSON: plainly, or in one of the ways a real server has been seen to choose. */
record Wire(Set<FaultKind> spellings) {

    static final JsonMapper JSON = JsonMapper.shared();
    static final Wire PLAIN = new Wire(Set.of());

    private static final String NO_TIME = "0001-01-01T00:00:00";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    ObjectNode session(TimeClockSession session) {
        var json = JSON.createObjectNode();
        json.put("Vehicle", id(session.vehicle()));
        json.put("ID", id(session.id()));
        json.put("UserID", id(session.userId()));
        if (spellings.contains(FaultKind.ORDINALS)) {
            json.put("LogInType", session.logInType().ordinal());
        } else {
            json.put("LogInType", session.logInType().name());
        }
        json.put("LogInTime", time(session.logInTime()));
        json.put("LogOutTime", time(session.logOutTime()));
        json.put("StartMileage", session.startMileage());
        json.put("EndMileage", session.endMileage());
        session.extra().forEach(json::set);
        return json;
    }

    ObjectNode person(Person person, Collection<UUID> sessions) {
        var json = JSON.createObjectNode();
        json.put("ID", id(person.id()));
        json.put("FirstName", person.firstName());
        json.put("LastName", person.lastName());
        json.put("UserName", person.userName());
        json.put("IsDriver", person.driver());
        json.set("TimeClockSessions", ids(sessions));
        return json;
    }

    ObjectNode vehicle(Vehicle vehicle) {
        var json = JSON.createObjectNode();
        json.put("ID", id(vehicle.id()));
        json.put("FleetID", vehicle.fleetId());
        json.put("RegistrationPlate", vehicle.plate());
        json.put("VehicleIdentificationNumber", vehicle.vin());
        json.put("Manufacturer", vehicle.manufacturer());
        json.put("Model", vehicle.model());
        json.put("Year", vehicle.year());
        json.put("OdometerReading", vehicle.odometer());
        json.put("IsCompanyVehicle", vehicle.company());
        return json;
    }

    ArrayNode ids(Collection<UUID> ids) {
        var json = JSON.createArrayNode();
        ids.forEach(each -> json.add(id(each)));
        return json;
    }

    private @Nullable String id(@Nullable UUID id) {
        if (id == null) {
            return spellings.contains(FaultKind.DOTNET_NONE) ? new UUID(0, 0).toString() : null;
        }
        return spellings.contains(FaultKind.UPPER_CASE_IDS) ? id.toString().toUpperCase(Locale.ROOT) : id.toString();
    }

    /** .NET writes a fraction of up to seven digits, and only where there is one. */
    private @Nullable String time(@Nullable Instant time) {
        var zone = spellings.contains(FaultKind.UNMARKED_TIMES) ? "" : "Z";
        if (time == null) {
            return spellings.contains(FaultKind.DOTNET_NONE) ? NO_TIME + zone : null;
        }
        int ticks = time.getNano() / 100;
        var fraction = ".%07d".formatted(ticks);
        if (!spellings.contains(FaultKind.SEVEN_DIGITS)) {
            fraction = ticks == 0 ? "" : fraction.replaceAll("0+$", "");
        }
        return SECONDS.format(time) + fraction + zone;
    }
}
