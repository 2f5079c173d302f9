package org.sessiondesk.intake;

import java.time.Duration;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.stereotype.Component;

/** Tells screens of a reading's progress, at most twice a second. */
@Component
class ReadingNews {

    private static final long NANOS_APART = Duration.ofMillis(500).toNanos();

    private final LiveNews news;
    private long toldAt = System.nanoTime() - NANOS_APART;

    ReadingNews(LiveNews news) {
        this.news = news;
    }

    /** Tells it, unless it was told a moment ago: more follows, or the end, which is always told. */
    synchronized void tell() {
        if (System.nanoTime() - toldAt >= NANOS_APART) {
            tellAtOnce();
        }
    }

    /** Tells what nothing else will follow. */
    synchronized void tellAtOnce() {
        toldAt = System.nanoTime();
        news.tell(News.any(News.Topic.READING));
    }
}
