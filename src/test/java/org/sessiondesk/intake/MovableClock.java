package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A clock that stands until a test moves it. */
final class MovableClock implements InstantSource {

    private @Nullable String broken;

    private Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);

    @Override
    public synchronized Instant instant() {
        if (Thread.currentThread().getName().equals(broken)) {
            broken = null;
            throw new StackOverflowError("as a bug would have it");
        }
        return now;
    }

    /** The next look at it by this thread ends in an Error. */
    synchronized void breakFor(String thread) {
        broken = thread;
    }

    synchronized boolean broke() {
        return broken == null;
    }

    synchronized void forward(Duration by) {
        now = now.plus(by);
    }
}
