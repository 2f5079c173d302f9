package org.sessiondesk.ui.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the overview.
 *
 * @param name keeps its place in the screen while its words change
 * @param to the address it leads to
 * @param start the address that its Start button leads to; absent if it has none
 * @param parts what it is made up of, beside it
 * @param details the same, finer, below it
 */
record Waiting(
        String name,
        String words,
        String to,
        Kind kind,
        @Nullable String start,
        List<Part> parts,
        List<Part> details) {

    /** Part of what a line counts, with the address of just that. */
    record Part(String words, String to) {}

    /** How a line looks, and where it stands: what is nothing comes last. */
    enum Kind {
        PLAIN,
        AMBER,
        NOTHING
    }

    Waiting(String name, String words, String to, Kind kind) {
        this(name, words, to, kind, null, List.of(), List.of());
    }

    static Waiting of(String name, String words, String to, int count) {
        return new Waiting(name, words, to, count == 0 ? Kind.NOTHING : Kind.PLAIN);
    }

    Waiting startingAt(@Nullable String address) {
        return new Waiting(name, words, to, kind, address, parts, details);
    }

    Waiting with(List<Part> newParts, List<Part> newDetails) {
        return new Waiting(name, words, to, kind, start, newParts, newDetails);
    }

    boolean isNothing() {
        return kind == Kind.NOTHING;
    }
}
