package org.sessiondesk.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of time; its length is what really passed, whatever clocks were set to.
 *
 * @param from counted in
 * @param to not counted in, never before {@code from}
 */
public record Span(Instant from, Instant to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    boolean isEmpty() {
        return from.equals(to);
    }

    boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** What of it lies within the other; where it begins or ends there, if nothing does. */
    Span within(Span other) {
        return new Span(clamp(from, other), clamp(to, other));
    }

    /** What is left of it without the others. */
    List<Span> without(List<Span> others) {
        var left = List.of(this);
        for (var other : others) {
            var next = new ArrayList<Span>();
            for (var piece : left) {
                if (!piece.overlaps(other)) {
                    next.add(piece);
                    continue;
                }
                if (piece.from.isBefore(other.from)) {
                    next.add(new Span(piece.from, other.from));
                }
                if (other.to.isBefore(piece.to)) {
                    next.add(new Span(other.to, piece.to));
                }
            }
            left = next;
        }
        return left;
    }

    private static Instant clamp(Instant at, Span within) {
        return at.isBefore(within.from) ? within.from : at.isAfter(within.to) ? within.to : at;
    }
}
