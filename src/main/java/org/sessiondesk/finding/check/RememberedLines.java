package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sessiondesk.judge.OtherLines;

/** Answers of other lines that were just given: the sessions around one trouble ask the same. */
final class RememberedLines implements OtherLines {

    private static final int MOST = 64;

    private final OtherLines lines;
    private final Map<Object, List<?>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, List<?>> eldest) {
            return size() > MOST;
        }
    };

    RememberedLines(OtherLines lines) {
        this.lines = lines;
    }

    private record ForPlaces(UUID vehicle, Instant at, int low, int high, int slack) {}

    private record ForStrays(UUID vehicle, Instant from, Instant until, Instant future, int low, int high) {}

    @Override
    public List<Place> placesFor(UUID vehicle, Instant at, int low, int high, int slack) {
        return remembered(
                new ForPlaces(vehicle, at, low, high, slack), _ -> lines.placesFor(vehicle, at, low, high, slack));
    }

    @Override
    public List<Stray> straysFor(UUID vehicle, Instant from, Instant until, Instant future, int low, int high) {
        return remembered(
                new ForStrays(vehicle, from, until, future, low, high),
                _ -> lines.straysFor(vehicle, from, until, future, low, high));
    }

    @SuppressWarnings("unchecked") // each kind of question has its own kind of answer
    private <T> List<T> remembered(Object question, Function<Object, List<T>> ask) {
        return (List<T>) answers.computeIfAbsent(question, ask);
    }
}
