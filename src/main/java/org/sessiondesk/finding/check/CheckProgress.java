package org.sessiondesk.finding.check;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the check of all sessions is: told as it goes on, whichever thread looks. */
final class CheckProgress {

    private static final Duration TOLD_EVERY = Duration.ofMillis(500);

    /** After so many is a look at the clock. */
    private static final int BETWEEN_LOOKS = 500;

    private final JdbcClient jdbc;
    private final LiveNews news;
    private final InstantSource clock;
    private final BooleanSupplier cancelled;
    private long looked;
    private long differed;
    private long toldAt = System.nanoTime();

    CheckProgress(JdbcClient jdbc, LiveNews news, InstantSource clock, BooleanSupplier cancelled) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
        this.cancelled = cancelled;
    }

    /** Another verdict was looked at. */
    synchronized void next() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        if (++looked % BETWEEN_LOOKS == 0 && System.nanoTime() - toldAt > TOLD_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            jdbc.sql("update full_check set looked_at = :looked, differed = :differed")
                    .param("looked", looked)
                    .param("differed", differed)
                    .update();
            news.mention(News.any(News.Topic.FINDING));
        }
    }

    /** So many verdicts weren't as stored. */
    synchronized void differed(int many) {
        differed += many;
    }

    /** All was looked at; says how many differed. */
    synchronized long end() {
        jdbc.sql("""
                        update full_check set looked_at = :looked, of_all = :looked, differed = :differed, ended_at = :now
                        """)
                .param("looked", looked)
                .param("differed", differed)
                .param("now", Columns.at(clock.instant()))
                .update();
        news.mention(News.any(News.Topic.FINDING));
        return differed;
    }
}
