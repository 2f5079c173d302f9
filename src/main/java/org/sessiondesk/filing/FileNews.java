package org.sessiondesk.filing;

import java.time.Duration;
import java.util.UUID;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.stereotype.Component;

/** Tells screens how far a file is, at most twice a second. */
@Component
class FileNews {

    private static final long NANOS_APART = Duration.ofMillis(500).toNanos();

    private final LiveNews news;
    private long toldAt = System.nanoTime() - NANOS_APART;

    FileNews(LiveNews news) {
        this.news = news;
    }

    /** Unless something was told a moment ago: more follows. */
    synchronized void tell(UUID filing) {
        if (System.nanoTime() - toldAt >= NANOS_APART) {
            tellAtOnce(filing);
        }
    }

    /** What nothing else will follow. */
    synchronized void tellAtOnce(UUID filing) {
        toldAt = System.nanoTime();
        news.tell(News.of(News.Topic.FILE, filing));
    }
}
