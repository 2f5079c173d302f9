package org.sessiondesk.ontime;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;

/** Remembers the newest limits OnTime's headers told this process, and publishes {@link LimitsChanged}. */
public final class LimitsSeen {

    private final AtomicReference<Limits> newest = new AtomicReference<>();
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    LimitsSeen(ApplicationEventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The newest limits; empty until an answer carried some. */
    public Optional<Limits> newest() {
        return Optional.ofNullable(newest.get());
    }
}
