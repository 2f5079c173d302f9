package org.sessiondesk.ontime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.wire.JsonMembers;
import org.sessiondesk.ontime.wire.LenientValues;
import org.sessiondesk.ontime.wire.NotReadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads OnTime's lists of Guids, and of users and vehicles the few members that we show. */
final class RosterText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RosterText() {}

    /** An array of Guids. Null in place of an array is none. */
    static List<UUID> ids(String text) throws NotReadable {
        try {
            var array = JSON.readTree(text);
            if (!array.isArray() && !array.isNull()) {
                throw new NotReadable("the text is JSON, but no list");
            }
            var ids = new ArrayList<UUID>();
            for (var node : array) {
                LenientValues.guid("an entry of the list", node).ifPresent(ids::add);
            }
            return List.copyOf(ids);
        } catch (JacksonException e) {
            throw new NotReadable("the text is no JSON");
        }
    }

    static OnTimeUser user(String text) throws NotReadable {
        var values = new LenientValues(JsonMembers.of(text));
        return new OnTimeUser(
                id(values),
                values.string("FirstName").strip(),
                values.string("LastName").strip(),
                values.string("UserName").strip(),
                values.yes("IsDriver"),
                text);
    }

    static OnTimeVehicle vehicle(String text) throws NotReadable {
        var values = new LenientValues(JsonMembers.of(text));
        return new OnTimeVehicle(
                id(values),
                textOrNull(values, "FleetID"),
                textOrNull(values, "RegistrationPlate"),
                textOrNull(values, "Manufacturer"),
                textOrNull(values, "Model"),
                integerOrNull(values, "Year"),
                integerOrNull(values, "OdometerReading"),
                values.yes("IsCompanyVehicle"),
                text);
    }

    private static UUID id(LenientValues values) throws NotReadable {
        return values.guid("ID").orElseThrow(() -> new NotReadable("the record has no ID"));
    }

    private static @Nullable String textOrNull(LenientValues values, String name) throws NotReadable {
        return Optional.of(values.string(name).strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** A model year in words is no reason to lose a vehicle's name. */
    private static @Nullable Integer integerOrNull(LenientValues values, String name) {
        try {
            return values.integer(name).orElse(null);
        } catch (NotReadable e) {
            return null;
        }
    }
}
