package org.sessiondesk.sandbox;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the documented calls, as OnTime's pages state them, when nothing goes wrong. */
final class Site {

    private final Records records;
    private final Random random;

    Site(Records records, long seed) {
        this.records = records;
        this.random = new Random(seed);
    }

    Answer answer(Call call, Map<String, String> query, byte[] body, Wire wire) {
        return switch (call.kind()) {
            case POST_SESSION -> post(body, wire);
            case LIST_SESSIONS -> list(query, wire);
            case LIST_USERS -> ids(records.personIds(), wire);
            case LIST_VEHICLES -> ids(records.vehicleIds(), wire);
            case GET_SESSION ->
                one(
                        call.id(),
                        wire,
                        id -> records.session(id).map(wire::session).orElse(null));
            case GET_USER ->
                one(
                        call.id(),
                        wire,
                        id -> records.person(id)
                                .map(person -> wire.person(person, records.sessionIds(id, null, null)))
                                .orElse(null));
            case GET_VEHICLE ->
                one(
                        call.id(),
                        wire,
                        id -> records.vehicle(id).map(wire::vehicle).orElse(null));
            case OTHER -> Answer.message(404, "No HTTP resource was found that matches the request URI.");
        };
    }

    private interface Lookup {
        @Nullable
        JsonNode find(UUID id);
    }

    private static Answer one(@Nullable UUID id, Wire wire, Lookup lookup) {
        if (id == null) {
            return Answer.message(400, "The request is invalid: the ID is not a Guid.");
        }
        var found = lookup.find(id);
        if (found != null) {
            return Answer.json(200, found);
        }
        return wire.spellings().contains(FaultKind.UNKNOWN_IS_NULL)
                ? Answer.json(200, Wire.JSON.getNodeFactory().nullNode())
                : Answer.message(404, "The record does not exist.");
    }

    /** Unordered means unordered: no caller may come to count on an order. */
    private Answer ids(Collection<UUID> ids, Wire wire) {
        var shuffled = new ArrayList<>(ids);
        synchronized (random) {
            Collections.shuffle(shuffled, random);
        }
        return Answer.json(200, wire.ids(shuffled));
    }

    private Answer list(Map<String, String> query, Wire wire) {
        try {
            var user = query.get("userId");
            return ids(
                    records.sessionIds(
                            user == null ? null : UUID.fromString(user),
                            time(query.get("logInTime")),
                            time(query.get("logOutTime"))),
                    wire);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Answer.message(400, "The request is invalid: " + e.getMessage());
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null || text.isBlank() ? null : SessionBody.instant(text);
    }

    private Answer post(byte[] body, Wire wire) {
        JsonNode json;
        try {
            json = Wire.JSON.readTree(body);
        } catch (JacksonException e) {
            return Answer.message(400, "The request body is not JSON.");
        }
        return json instanceof ObjectNode object
                ? store(new SessionBody(object), wire)
                : Answer.message(400, "The request body is not a UserSession.");
    }

    private Answer store(SessionBody body, Wire wire) {
        // One POST at a time, so that checks and storing belong together.
        synchronized (records) {
            var known = body.id();
            if (known != null && records.session(known).isEmpty()) {
                body.problem("ID", "The UserSession " + known + " does not exist.");
            }
            var session = body.session(known == null ? UUID.randomUUID() : known);
            var user = session.userId();
            if (user == null ? known == null : records.person(user).isEmpty()) {
                body.problem("UserID", "The User does not exist.");
            }
            var vehicle = session.vehicle();
            if (vehicle != null && records.vehicle(vehicle).isEmpty()) {
                body.problem("Vehicle", "The Vehicle does not exist.");
            }
            if (!body.problems().isEmpty()) {
                return Answer.invalid(body.problems());
            }
            records.put(session);
            return Answer.json(201, wire.session(session)).with(new Answer.Stored(session.id(), known == null));
        }
    }
}
