package org.sessiondesk.finding.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.Place.Spot;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;

/** Pieces of lines: each whole around the places that were asked for, with nothing missing between. */
final class Lines {

    private final Map<UUID, TreeMap<Spot, LineSession>> lines = new HashMap<>();

    /** Some of a line, and where in it the one stands that they are the window of. */
    record Window(List<LineSession> sessions, int at) {

        /** Of the values of the one right before, the session and the one behind it; empty where nobody stands. */
        String print() {
            return print(at - 1) + ":" + print(at) + ":" + print(at + 1);
        }

        private String print(int which) {
            if (which < 0 || which >= sessions.size()) {
                return "";
            }
            var session = sessions.get(which);
            String text = session.id().toString() + session.values() + session.startNotKnown() + session.endNotKnown();
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash, 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void add(UUID line, LineSession session) {
        lines.computeIfAbsent(line, _ -> new TreeMap<>()).put(Spot.of(session), session);
    }

    /** The session that stands exactly there. */
    @Nullable
    LineSession at(Place place) {
        return line(place).get(place.spot());
    }

    /** Up to so many that stand before a place, the nearest first. */
    List<LineSession> before(Place place, int most) {
        return line(place).headMap(place.spot(), false).descendingMap().values().stream()
                .limit(most)
                .toList();
    }

    /** Up to so many behind it. */
    List<LineSession> after(Place place, int most) {
        return line(place).tailMap(place.spot(), false).values().stream()
                .limit(most)
                .toList();
    }

    /** The sessions right before a place and behind it. */
    List<LineSession> beside(Place place) {
        var around = new ArrayList<>(before(place, 1));
        around.addAll(after(place, 1));
        return around;
    }

    /** All upon whose verdict a session at this place bears, itself included. */
    List<LineSession> reachedFrom(Place place) {
        var reached = new ArrayList<>(before(place, Judge.REACH));
        var here = at(place);
        if (here != null) {
            reached.add(here);
        }
        reached.addAll(after(place, Judge.REACH));
        return reached;
    }

    /** What bears upon the verdict on the session that stands there. */
    Window window(Place place) {
        var sessions = new ArrayList<>(before(place, Judge.REACH).reversed());
        int at = sessions.size();
        var here = at(place);
        if (here == null) {
            throw new IllegalArgumentException("nobody stands at " + place);
        }
        sessions.add(here);
        sessions.addAll(after(place, Judge.REACH));
        return new Window(sessions, at);
    }

    /** The nearest one before a place that a condition holds for, within what is known of the line. */
    @Nullable
    LineSession lastBefore(Place place, Predicate<LineSession> condition) {
        return line(place).headMap(place.spot(), false).descendingMap().values().stream()
                .filter(condition)
                .findFirst()
                .orElse(null);
    }

    /** As {@link #lastBefore}, behind it. */
    @Nullable
    LineSession firstAfter(Place place, Predicate<LineSession> condition) {
        return line(place).tailMap(place.spot(), false).values().stream()
                .filter(condition)
                .findFirst()
                .orElse(null);
    }

    private TreeMap<Spot, LineSession> line(Place place) {
        return lines.getOrDefault(place.line(), new TreeMap<>());
    }
}
