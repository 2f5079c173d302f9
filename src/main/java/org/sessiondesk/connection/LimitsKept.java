package org.sessiondesk.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.LimitsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the limits that OnTime's headers told where every instance sees them. Not each time, a reading asks often; but
 * always the last.
 */
@Component
class LimitsKept {

    private static final Logger LOG = LoggerFactory.getLogger(LimitsKept.class);

    private static final long APART_MILLIS = 5_000;
    private static final Duration APART = Duration.ofMillis(APART_MILLIS);

    private final GateQueries rows;
    private final LiveNews news;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    private @Nullable Limits kept;
    private @Nullable Limits waiting;

    LimitsKept(GateQueries rows, LiveNews news, TransactionTemplate transaction, InstantSource clock) {
        this.rows = rows;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void on(LimitsChanged changed) {
        if (isDue(changed.limits())) {
            keep(changed.limits());
        }
    }

    /** The last of a burst has nothing after it that would bring it along. */
    @Scheduled(fixedDelay = APART_MILLIS)
    void keepLast() {
        var last = takeWaiting(clock.instant().minus(APART));
        if (last == null) {
            return;
        }
        try {
            keep(last);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.of(e).isPresent()) {
                // Said by the watch already; it is tried again.
                LOG.debug("OnTime's limits are not kept this time", e);
            } else {
                LOG.warn("OnTime's limits could not be kept", e);
            }
        }
    }

    private void keep(Limits limits) {
        try {
            transaction.executeWithoutResult(_ -> {
                rows.keep(limits);
                news.tell(News.any(News.Topic.CONNECTION));
            });
        } catch (RuntimeException e) {
            putBack(limits);
            throw e;
        }
    }

    private synchronized boolean isDue(Limits limits) {
        Instant seen = limits.seenAt();
        boolean due = kept == null
                || kept.low(seen) != limits.low(seen)
                || kept.exhausted(seen) != limits.exhausted(seen)
                || !seen.isBefore(kept.seenAt().plus(APART));
        if (due) {
            kept = limits;
            waiting = null;
        } else {
            waiting = limits;
        }
        return due;
    }

    private synchronized @Nullable Limits takeWaiting(Instant keptUntil) {
        if (waiting == null || kept == null || kept.seenAt().isAfter(keptUntil)) {
            return null;
        }
        kept = waiting;
        waiting = null;
        return kept;
    }

    private synchronized void putBack(Limits limits) {
        if (waiting == null) {
            waiting = limits;
        }
    }
}
