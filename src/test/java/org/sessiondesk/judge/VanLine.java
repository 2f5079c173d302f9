package org.sessiondesk.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site.DistanceUnit;

/** A van that one driver takes day by day from 7 to 16, about 95 miles a day; then something is changed. */
final class VanLine {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final Instant NOW = at("2026-08-31T05:00");
    private static final int[] DISTANCES = {95, 102, 88, 97, 91, 110, 84, 99, 93, 105};

    private final UUID vehicle;
    private final List<LineSession> sessions = new ArrayList<>();
    private final List<LineSession> elsewhere = new ArrayList<>();
    private final List<NewOdometer> newOdometers = new ArrayList<>();
    private SiteLimits limits = SiteLimits.of(ZONE, DistanceUnit.MI);

    VanLine(int number, int odometer) {
        this(number, odometer, DISTANCES.length);
    }

    VanLine(int number, int odometer, int days) {
        vehicle = new UUID(1, number);
        int reading = odometer;
        for (int day = 0; day < days; day++) {
            int distance = DISTANCES[day % DISTANCES.length];
            Instant in = at("2026-06-01T07:00").plus(Duration.ofDays(day)).plusSeconds(day % 10 * 61L);
            Instant out = in.plus(Duration.ofMinutes(530 + day % 10 * 3L));
            SessionValues values = new SessionValues(
                    new UUID(2, number), vehicle, LogInType.DRIVER, in, out, reading, reading + distance);
            sessions.add(new LineSession(new UUID(number, day), values, false, false, false));
            reading += distance + 1;
        }
    }

    static VanLine aVan() {
        return new VanLine(1, 52_118);
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }

    UUID vehicle() {
        return vehicle;
    }

    UUID id(int day) {
        return sessions.get(day).id();
    }

    SessionValues values(int day) {
        return sessions.get(day).values();
    }

    List<LineSession> sessions() {
        return sessions;
    }

    VanLine start(int day, @Nullable Integer start) {
        return readings(day, start, values(day).endMileage());
    }

    VanLine end(int day, @Nullable Integer end) {
        return readings(day, values(day).startMileage(), end);
    }

    VanLine readings(int day, @Nullable Integer start, @Nullable Integer end) {
        return change(
                day,
                old -> new SessionValues(
                        old.driver(), old.vehicle(), old.type(), old.logIn(), old.logOut(), start, end));
    }

    VanLine times(int day, Instant in, @Nullable Instant out) {
        return change(
                day,
                old -> new SessionValues(
                        old.driver(), old.vehicle(), old.type(), in, out, old.startMileage(), old.endMileage()));
    }

    VanLine out(int day, @Nullable Instant out) {
        return change(
                day,
                old -> new SessionValues(
                        old.driver(),
                        old.vehicle(),
                        old.type(),
                        old.logIn(),
                        out,
                        old.startMileage(),
                        old.endMileage()));
    }

    VanLine vehicle(int day, @Nullable UUID other) {
        return change(
                day,
                old -> new SessionValues(
                        old.driver(),
                        other,
                        old.type(),
                        old.logIn(),
                        old.logOut(),
                        old.startMileage(),
                        old.endMileage()));
    }

    VanLine driver(int day, UUID other) {
        return change(
                day,
                old -> new SessionValues(
                        other,
                        old.vehicle(),
                        old.type(),
                        old.logIn(),
                        old.logOut(),
                        old.startMileage(),
                        old.endMileage()));
    }

    VanLine type(int day, LogInType type) {
        return change(
                day,
                old -> new SessionValues(
                        old.driver(),
                        old.vehicle(),
                        type,
                        old.logIn(),
                        old.logOut(),
                        old.startMileage(),
                        old.endMileage()));
    }

    VanLine change(int day, UnaryOperator<SessionValues> change) {
        return mark(
                day,
                old -> new LineSession(
                        old.id(),
                        change.apply(old.values()),
                        old.loggedInNow(),
                        old.startNotKnown(),
                        old.endNotKnown()));
    }

    VanLine mark(int day, UnaryOperator<LineSession> change) {
        sessions.set(day, change.apply(sessions.get(day)));
        return this;
    }

    VanLine all(UnaryOperator<SessionValues> change) {
        for (int day = 0; day < sessions.size(); day++) {
            change(day, change);
        }
        return this;
    }

    VanLine without(int... days) {
        for (int i = days.length - 1; i >= 0; i--) {
            sessions.remove(days[i]);
        }
        return this;
    }

    VanLine only(int from, int until) {
        List<LineSession> kept = List.copyOf(sessions.subList(from, until));
        sessions.clear();
        sessions.addAll(kept);
        return this;
    }

    VanLine and(LineSession session) {
        elsewhere.add(session);
        return this;
    }

    VanLine and(VanLine other) {
        elsewhere.addAll(other.sessions);
        return this;
    }

    VanLine newOdometer(Instant at, int reading) {
        newOdometers.add(new NewOdometer(vehicle, at, reading));
        return this;
    }

    VanLine in(DistanceUnit unit) {
        limits = SiteLimits.of(ZONE, unit);
        return this;
    }

    Map<UUID, List<Finding>> findings() {
        List<LineSession> all = new ArrayList<>(sessions);
        all.addAll(elsewhere);
        return new WholeFleet(limits, NOW, all, newOdometers).findings();
    }

    /** The only finding there is. */
    Finding finding() {
        Map<UUID, List<Finding>> findings = findings();
        if (findings.size() != 1 || findings.values().iterator().next().size() != 1) {
            throw new AssertionError("not one finding: " + findings);
        }
        return findings.values().iterator().next().getFirst();
    }
}
