package org.sessiondesk.judge.line;

import java.util.List;

/** A reading's place in a stretch of line, and what it may have been. */
record Spot(int leg, boolean atStart, List<Guess> guesses) {

    int seen() {
        return guesses.getFirst().value();
    }
}
