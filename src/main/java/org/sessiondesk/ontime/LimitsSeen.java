package org.sessiondesk.ontime;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Remembers the newest limits OnTime's headers told this process, and publishes {@link LimitsChanged}. */
public final class LimitsSeen {

    private static final Logger LOG = LoggerFactory.getLogger(LimitsSeen.class);

    private final ApplicationEventPublisher events;
    private @Nullable Limits newest;
    private volatile boolean listenersFail;

    LimitsSeen(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** The newest limits; empty until an answer carried some. */
    public synchronized Optional<Limits> newest() {
        return Optional.ofNullable(newest);
    }

    /** Takes in what an answer's headers say. Never throws: an answer heard must not be lost over a counter. */
    void see(HttpHeaders headers, Instant now) {
        takeOver(new LimitHeaders(headers, now)).ifPresent(limits -> {
            try {
                events.publishEvent(new LimitsChanged(limits));
                listenersFail = false;
            } catch (RuntimeException e) {
                // Once a run: while the database is away each answer from OnTime would say it.
                if (!listenersFail) {
                    LOG.warn("A listener to OnTime's limits failed", e);
                }
                listenersFail = true;
            }
        });
    }

    private synchronized Optional<Limits> takeOver(LimitHeaders headers) {
        var limits = headers.over(newest);
        limits.ifPresent(seen -> newest = seen);
        return limits;
    }
}
