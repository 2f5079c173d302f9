package org.sessiondesk.judge.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which van is out when. */
final class Bookings {

    private final Map<Van, NavigableMap<Instant, Instant>> out = new HashMap<>();
    private final List<Van> vans;

    Bookings(List<Van> vans) {
        this.vans = vans;
        vans.forEach(van -> out.put(van, new TreeMap<>()));
    }

    boolean free(Van van, Instant from, Instant to) {
        return free(van, from).filter(from::equals).isPresent() && !begins(van, from, to);
    }

    /** When it is back from where it is at that time, at once if it is in; empty if it is away into another trip. */
    Optional<Instant> free(Van van, Instant at) {
        var before = booked(van).floorEntry(at);
        if (before == null || !before.getValue().isAfter(at)) {
            return Optional.of(at);
        }
        var next = booked(van).higherEntry(at);
        return next != null && !next.getKey().isAfter(before.getValue())
                ? Optional.empty()
                : Optional.of(before.getValue());
    }

    private boolean begins(Van van, Instant from, Instant to) {
        var next = booked(van).higherKey(from);
        return next != null && next.isBefore(to);
    }

    void book(Van van, Instant from, Instant to) {
        booked(van).put(from, to);
    }

    void release(Van van, Instant from) {
        booked(van).remove(from);
    }

    /** Any van that is in for so long; of those that nobody has the keys of the next one only if the first is out. */
    Optional<Van> any(Instant from, Instant to, Dice dice) {
        var spare = in(from, to, true);
        var kept = in(from, to, false);
        if (!spare.isEmpty() && (kept.isEmpty() || dice.chance(0.6))) {
            return Optional.of(spare.get(dice.chance(0.95) ? 0 : dice.between(0, spare.size() - 1)));
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(kept));
    }

    private List<Van> in(Instant from, Instant to, boolean spare) {
        return vans.stream()
                .filter(van -> van.spare() == spare && free(van, from, to))
                .toList();
    }

    private NavigableMap<Instant, Instant> booked(Van van) {
        return out.getOrDefault(van, new TreeMap<>());
    }
}
