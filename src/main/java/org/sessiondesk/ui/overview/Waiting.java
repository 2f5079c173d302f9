package org.sessiondesk.ui.overview;

import org.jspecify.annotations.Nullable;

/**
 * One line of the overview.
 *
 * @param name keeps its place in the screen while its words change
 * @param to the address it leads to
 * @param start the address that its Start button leads to; absent if it has none
 */
record Waiting(
        String name,
        String words,
        String to,
        Kind kind,
        @Nullable String start) {

    /** How a line looks, and where it stands: what is nothing comes last. */
    enum Kind {
        PLAIN,
        AMBER,
        NOTHING
    }

    static Waiting of(String name, String words, String to, int count) {
        return new Waiting(name, words, to, count == 0 ? Kind.NOTHING : Kind.PLAIN, null);
    }

    Waiting startingAt(@Nullable String address) {
        return new Waiting(name, words, to, kind, address);
    }

    boolean isNothing() {
        return kind == Kind.NOTHING;
    }
}
