package org.sessiondesk.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.LimitsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the limits that OnTime's headers told where every instance sees them; not each time, a reading asks often. */
@Component
class LimitsKept {

    private static final Duration APART = Duration.ofSeconds(5);

    private final GateQueries rows;
    private final LiveNews news;
    private final AtomicReference<@Nullable Limits> kept = new AtomicReference<>();

    LimitsKept(GateQueries rows, LiveNews news) {
        this.rows = rows;
        this.news = news;
    }

    @EventListener
    @Transactional
    public void on(LimitsChanged changed) {
        Limits limits = changed.limits();
        Limits last = kept.get();
        Instant seen = limits.seenAt();
        boolean due = last == null
                || last.low(seen) != limits.low(seen)
                || !seen.isBefore(last.seenAt().plus(APART));
        if (due && kept.compareAndSet(last, limits)) {
            rows.keep(limits);
            news.tell(News.any(News.Topic.CONNECTION));
        }
    }
}
