package org.sessiondesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sandbox.fleet.Fleet;
import org.sessiondesk.sandbox.fleet.Person;
import org.sessiondesk.sandbox.fleet.TimeClockSession;
import org.sessiondesk.sandbox.fleet.Vehicle;
import tools.jackson.databind.node.ObjectNode;

/** The site's records, in memory and in a folder: what a POST stored is on the disk before it is answered. */
final class Records implements AutoCloseable {

    private static final String KIND = "kind";
    private static final String RECORD = "record";

    private final Map<UUID, TimeClockSession> sessions = new LinkedHashMap<>();
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<UUID, Vehicle> vehicles = new LinkedHashMap<>();
    private final Path planted;
    private final JsonLines lines;

    /** Opens the folder's records; a folder without any is filled from the fleet first. */
    Records(Path folder, Supplier<Fleet> fleet) {
        var file = folder.resolve("records.jsonl");
        this.planted = folder.resolve("planted.json");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                fill(fleet.get(), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var read = JsonLines.read(file);
        read.forEach(this::load);
        if (read.size() > 2 * (sessions.size() + people.size() + vehicles.size())) {
            JsonLines.replace(file, all());
        }
        this.lines = JsonLines.open(file);
    }

    private void fill(Fleet fleet, Path file) throws IOException {
        Files.writeString(planted, Wire.JSON.writeValueAsString(Planted.list(fleet)));
        fleet.people().forEach(person -> people.put(person.id(), person));
        fleet.vehicles().forEach(vehicle -> vehicles.put(vehicle.id(), vehicle));
        fleet.sessions().forEach(session -> sessions.put(session.id(), session));
        JsonLines.replace(file, all());
    }

    private List<ObjectNode> all() {
        var all = new ArrayList<ObjectNode>();
        people.values().forEach(person -> all.add(line("person", Wire.JSON.valueToTree(person))));
        vehicles.values().forEach(vehicle -> all.add(line("vehicle", Wire.JSON.valueToTree(vehicle))));
        sessions.values().forEach(session -> all.add(line("session", Wire.PLAIN.session(session))));
        return all;
    }

    private static ObjectNode line(String kind, ObjectNode record) {
        var line = Wire.JSON.createObjectNode();
        line.put(KIND, kind);
        line.set(RECORD, record);
        return line;
    }

    private void load(ObjectNode line) {
        var record = (ObjectNode) line.path(RECORD);
        switch (line.path(KIND).asString()) {
            case "person" -> {
                var person = Wire.JSON.treeToValue(record, Person.class);
                people.put(person.id(), person);
            }
            case "vehicle" -> {
                var vehicle = Wire.JSON.treeToValue(record, Vehicle.class);
                vehicles.put(vehicle.id(), vehicle);
            }
            case "session" -> {
                var id = UUID.fromString(record.path("ID").asString());
                sessions.put(id, new SessionBody(record).session(id));
            }
            case "gone" -> sessions.remove(UUID.fromString(record.path("ID").asString()));
            default -> throw new IllegalStateException("Not a line of this sandbox: " + line);
        }
    }

    /** The list of mistakes made when the folder was filled, as JSON. */
    String planted() {
        try {
            return Files.exists(planted) ? Files.readString(planted) : "[]";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Optional<TimeClockSession> session(UUID id) {
        return Optional.ofNullable(sessions.get(id));
    }

    synchronized List<TimeClockSession> sessions() {
        return List.copyOf(sessions.values());
    }

    synchronized Optional<Person> person(UUID id) {
        return Optional.ofNullable(people.get(id));
    }

    synchronized Optional<Vehicle> vehicle(UUID id) {
        return Optional.ofNullable(vehicles.get(id));
    }

    synchronized Collection<UUID> personIds() {
        return List.copyOf(people.keySet());
    }

    synchronized Collection<UUID> vehicleIds() {
        return List.copyOf(vehicles.keySet());
    }

    synchronized List<UUID> sessionIds(
            @Nullable UUID user, @Nullable Instant leastLogIn, @Nullable Instant greatestLogOut) {
        return sessions.values().stream()
                .filter(session -> user == null || user.equals(session.userId()))
                .filter(session -> leastLogIn == null
                        || (session.logInTime() != null && !session.logInTime().isBefore(leastLogIn)))
                // A session with no log-out has none that is early enough: the list hides it.
                .filter(session -> greatestLogOut == null
                        || (session.logOutTime() != null
                                && !session.logOutTime().isAfter(greatestLogOut)))
                .map(TimeClockSession::id)
                .toList();
    }

    synchronized void put(TimeClockSession session) {
        lines.append(line("session", Wire.PLAIN.session(session)), true);
        sessions.put(session.id(), session);
    }

    synchronized void put(Person person) {
        lines.append(line("person", Wire.JSON.valueToTree(person)), true);
        people.put(person.id(), person);
    }

    synchronized void put(Vehicle vehicle) {
        lines.append(line("vehicle", Wire.JSON.valueToTree(vehicle)), true);
        vehicles.put(vehicle.id(), vehicle);
    }

    /** Lets a session vanish. */
    synchronized boolean remove(UUID id) {
        if (sessions.remove(id) == null) {
            return false;
        }
        lines.append(line("gone", Wire.JSON.createObjectNode().put("ID", id.toString())), true);
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
