package org.sessiondesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told with the commit and what is mentioned after it. */
@DatabaseTest
class PostgresNewsDatabaseTest {

    private final UUID id = UUID.randomUUID();
    private final List<News> heard = new CopyOnWriteArrayList<>();

    @Autowired
    private LiveNews news;

    @Autowired
    private PlatformTransactionManager transactions;

    /** A portal that starts, or goes on after other tests, listens a moment later only. */
    @BeforeEach
    void somebodyListens() {
        try (var _ = news.listen(heard::add)) {
            await().until(() -> {
                news.tell(News.of(News.Topic.SESSION, UUID.randomUUID()));
                return !heard.isEmpty();
            });
        }
    }

    @Test
    void what_is_mentioned_arrives_after_the_commit_and_not_before() {
        try (var _ = news.listen(heard::add)) {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                news.mention(News.of(News.Topic.SESSION, id));
                // Told without a transaction on another thread: had the mention left, it would come first.
                tellAtOnce(News.any(News.Topic.ROSTER));
                await().until(() -> heard.contains(News.any(News.Topic.ROSTER)));
                assertThat(heard).doesNotContain(News.of(News.Topic.SESSION, id));
            });
            await().until(() -> heard.contains(News.of(News.Topic.SESSION, id)));
        }
    }

    @Test
    void what_a_transaction_mentioned_that_rolls_back_never_arrives() {
        try (var _ = news.listen(heard::add)) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                news.mention(News.of(News.Topic.SESSION, id));
                status.setRollbackOnly();
            });
            news.mention(News.any(News.Topic.ROSTER));
            await().until(() -> heard.contains(News.any(News.Topic.ROSTER)));
            assertThat(heard).doesNotContain(News.of(News.Topic.SESSION, id));
        }
    }

    private void tellAtOnce(News told) {
        try {
            Thread.ofVirtual().start(() -> news.tell(told)).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
