package org.sessiondesk.ontime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets readers through one by one, at most so many a second, evenly: OnTime asks long processes for one request a
 * second. An idle time earns no burst. Safe for many threads.
 */
public final class RequestPace {

    private final long nanosApart;
    private long nextSlot = System.nanoTime();

    /** A pace of so many requests a second; fractions are allowed. */
    public RequestPace(double requestsPerSecond) {
        if (!(requestsPerSecond > 0)) {
            throw new IllegalArgumentException("requestsPerSecond is not above 0: " + requestsPerSecond);
        }
        this.nanosApart = Math.max(1, Math.round(1_000_000_000 / requestsPerSecond));
    }

    /** The time between two requests, for an estimate of when a reading ends. */
    public Duration apart() {
        return Duration.ofNanos(nanosApart);
    }

    /** Waits for the next free place and takes it. */
    public void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(reserve() - System.nanoTime());
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long slot = nextSlot - now > 0 ? nextSlot : now;
        nextSlot = slot + nanosApart;
        return slot;
    }
}
