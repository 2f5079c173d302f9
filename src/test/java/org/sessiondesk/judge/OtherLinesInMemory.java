package org.sessiondesk.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;

/** Other vehicles' lines by looking at every session. */
final class OtherLinesInMemory implements OtherLines {

    private static final Comparator<LineSession> ORDER = Comparator.comparing((LineSession session) ->
                    Objects.requireNonNull(session.values().logIn()))
            .thenComparing(LineSession::id);

    private final Map<UUID, List<LineSession>> lines = new HashMap<>();
    private int asked;

    OtherLinesInMemory(List<LineSession> sessions) {
        for (LineSession session : sessions) {
            UUID vehicle = session.values().vehicle();
            if (vehicle != null
                    && session.values().logIn() != null
                    && session.values().type() != LogInType.DISPATCHER) {
                lines.computeIfAbsent(vehicle, ignored -> new ArrayList<>()).add(session);
            }
        }
        lines.values().forEach(line -> line.sort(ORDER));
    }

    int asked() {
        return asked;
    }

    @Override
    public List<Place> placesFor(UUID vehicle, Instant at, int low, int high, int slack) {
        asked++;
        List<Place> places = new ArrayList<>();
        lines.forEach((other, line) -> {
            if (!other.equals(vehicle)) {
                Reading before = before(line, at, null);
                Reading after = after(line, at, null);
                if (before != null && before.value() <= low && low - before.value() <= slack
                        || after != null && after.value() >= high && after.value() - high <= slack) {
                    places.add(new Place(other, before, after));
                }
            }
        });
        return places;
    }

    @Override
    public List<Stray> straysFor(UUID vehicle, Instant from, Instant until, Instant future, int low, int high) {
        asked++;
        List<Stray> strays = new ArrayList<>();
        lines.forEach((other, line) -> {
            for (LineSession session : line) {
                Instant in = Objects.requireNonNull(session.values().logIn());
                boolean within = !other.equals(vehicle) && !in.isBefore(from) && !in.isAfter(until);
                Integer start = session.values().startMileage();
                Integer end = session.values().endMileage();
                if ((within || in.isAfter(future)) && start != null && end != null && start >= low && end <= high) {
                    strays.add(new Stray(session, before(line, in, session), after(line, in, session)));
                }
            }
        });
        return strays;
    }

    private static @Nullable Reading before(List<LineSession> line, Instant at, @Nullable LineSession but) {
        for (LineSession session : line.reversed()) {
            Instant in = Objects.requireNonNull(session.values().logIn());
            if (in.isBefore(at) && session != but) {
                Reading reading = reading(session, in, true);
                if (reading != null) {
                    return reading;
                }
            }
        }
        return null;
    }

    private static @Nullable Reading after(List<LineSession> line, Instant at, @Nullable LineSession but) {
        for (LineSession session : line) {
            Instant in = Objects.requireNonNull(session.values().logIn());
            if (!in.isBefore(at) && session != but) {
                Reading reading = reading(session, in, false);
                if (reading != null) {
                    return reading;
                }
            }
        }
        return null;
    }

    private static @Nullable Reading reading(LineSession session, Instant at, boolean last) {
        Integer start = session.startNotKnown() ? null : session.values().startMileage();
        Integer end = session.endNotKnown() ? null : session.values().endMileage();
        Integer first = last ? end : start;
        Integer second = last ? start : end;
        Integer value = first != null && first > 0 ? first : second;
        return value == null || value <= 0 ? null : new Reading(session.id(), at, value);
    }
}
