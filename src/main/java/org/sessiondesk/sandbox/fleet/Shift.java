package org.sessiondesk.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;

/** A stretch of work of one person, as it really was. */
record Shift(Person person, Instant start, Duration length, int distance) {

    Instant end() {
        return start.plus(length);
    }
}
