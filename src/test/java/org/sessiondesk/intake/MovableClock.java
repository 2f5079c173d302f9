package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that stands until a test moves it. */
final class MovableClock implements InstantSource {

    private Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void forward(Duration by) {
        now = now.plus(by);
    }
}
