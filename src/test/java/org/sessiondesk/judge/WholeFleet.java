package org.sessiondesk.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionValues;

/** Judges all sessions of a site by their windows, as they are judged one by one. */
final class WholeFleet {

    private final Judge judge;
    private final Instant now;
    private final List<LineSession> sessions;
    private final List<NewOdometer> newOdometers;
    private final OtherLines others;
    private final Map<UUID, List<LineSession>> byVehicle;
    private final Map<UUID, List<LineSession>> byDriver;
    private final Map<UUID, Integer> placeByDriver = new HashMap<>();

    WholeFleet(SiteLimits limits, Instant now, List<LineSession> sessions, List<NewOdometer> newOdometers) {
        this(limits, now, sessions, newOdometers, new OtherLinesInMemory(sessions));
    }

    WholeFleet(
            SiteLimits limits,
            Instant now,
            List<LineSession> sessions,
            List<NewOdometer> newOdometers,
            OtherLines others) {
        this.judge = new Judge(limits);
        this.now = now;
        this.newOdometers = newOdometers;
        this.others = others;
        this.sessions = sessions.stream()
                .filter(session -> session.values().logIn() != null)
                .sorted(Comparator.comparing(WholeFleet::logIn).thenComparing(LineSession::id))
                .toList();
        this.byVehicle = lines(SessionValues::vehicle);
        this.byDriver = lines(SessionValues::driver);
        byDriver.values().forEach(line -> {
            for (int i = 0; i < line.size(); i++) {
                placeByDriver.put(line.get(i).id(), i);
            }
        });
    }

    /** The findings of each session that has any. */
    Map<UUID, List<Finding>> findings() {
        Map<UUID, List<Finding>> inVehicleLine = new HashMap<>();
        for (VehicleWindow window : vehicleWindows()) {
            inVehicleLine.put(
                    window.sessions().get(window.at()).session().id(),
                    judge.inVehicleLine(window, others, now).findings());
        }
        Map<UUID, List<Finding>> inDriverLine = new HashMap<>();
        for (DriverWindow window : driverWindows()) {
            inDriverLine.put(window.sessions().get(window.at()).id(), judge.inDriverLine(window, now));
        }
        Map<UUID, List<Finding>> all = new LinkedHashMap<>();
        for (LineSession session : sessions) {
            List<Finding> together = Judge.together(
                    inVehicleLine.getOrDefault(session.id(), List.of()),
                    inDriverLine.getOrDefault(session.id(), List.of()));
            if (!together.isEmpty()) {
                all.put(session.id(), together);
            }
        }
        return all;
    }

    /** One for each session that has a vehicle. */
    List<VehicleWindow> vehicleWindows() {
        List<VehicleWindow> windows = new ArrayList<>();
        byVehicle.forEach((vehicle, line) -> {
            List<Placed> placed = line.stream().map(this::placed).toList();
            for (int at = 0; at < placed.size(); at++) {
                windows.add(window(vehicle, placed, at));
            }
        });
        return windows;
    }

    /** One for each session that has a driver. */
    List<DriverWindow> driverWindows() {
        List<DriverWindow> windows = new ArrayList<>();
        byDriver.forEach((driver, line) -> {
            for (int at = 0; at < line.size(); at++) {
                int from = Math.max(0, at - Judge.REACH);
                int until = Math.min(line.size(), at + Judge.REACH + 1);
                windows.add(new DriverWindow(line.subList(from, until), at - from));
            }
        });
        return windows;
    }

    private VehicleWindow window(UUID vehicle, List<Placed> line, int at) {
        int from = Math.max(0, at - Judge.REACH);
        int until = Math.min(line.size(), at + Judge.REACH + 1);
        List<NewOdometer> acts = newOdometers.stream()
                .filter(act -> act.vehicle().equals(vehicle))
                .sorted(Comparator.comparing(NewOdometer::at))
                .toList();
        return new VehicleWindow(line.subList(from, until), at - from, acts);
    }

    private Placed placed(LineSession session) {
        UUID driver = session.values().driver();
        if (driver == null) {
            return new Placed(session, null, null);
        }
        List<LineSession> line = byDriver.getOrDefault(driver, List.of());
        int at = placeByDriver.getOrDefault(session.id(), 0);
        return new Placed(session, beside(line, at - 1), beside(line, at + 1));
    }

    private static @Nullable Beside beside(List<LineSession> line, int at) {
        if (at < 0 || at >= line.size()) {
            return null;
        }
        LineSession session = line.get(at);
        return new Beside(
                session.id(),
                session.values().vehicle(),
                logIn(session),
                session.values().logOut());
    }

    private Map<UUID, List<LineSession>> lines(Function<SessionValues, @Nullable UUID> key) {
        Map<UUID, List<LineSession>> lines = new LinkedHashMap<>();
        for (LineSession session : sessions) {
            UUID id = key.apply(session.values());
            if (id != null) {
                lines.computeIfAbsent(id, ignored -> new ArrayList<>()).add(session);
            }
        }
        return lines;
    }

    private static Instant logIn(LineSession session) {
        Instant logIn = session.values().logIn();
        if (logIn == null) {
            throw new IllegalArgumentException("a session without log-in stands in no line");
        }
        return logIn;
    }
}
