package org.sessiondesk.live;

import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** News told after their commit, in one statement for all that came while the one before was told. */
final class Mentions {

    private static final Logger log = LoggerFactory.getLogger(Mentions.class);

    private final JdbcClient jdbc;
    private final String channel;
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean telling;

    Mentions(JdbcClient jdbc, String channel) {
        this.jdbc = jdbc;
        this.channel = channel;
    }

    /** After the current transaction's commit; now where there is none. */
    void add(String text) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            put(text);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                put(text);
            }
        });
    }

    private void put(String text) {
        synchronized (waiting) {
            waiting.add(text);
            if (telling) {
                return;
            }
            telling = true;
        }
        Thread.ofVirtual().name("live-mentions").start(this::tellAll);
    }

    private void tellAll() {
        for (String[] texts = take(); texts.length > 0; texts = take()) {
            try {
                jdbc.sql("select pg_notify(?, text) from unnest(cast(? as text[])) as text")
                        .params(channel, texts)
                        .query(row -> {});
            } catch (RuntimeException e) {
                log.debug("{} pieces of news were not told", texts.length, e);
            }
        }
    }

    private String[] take() {
        synchronized (waiting) {
            String[] texts = waiting.toArray(String[]::new);
            waiting.clear();
            telling = texts.length > 0;
            return texts;
        }
    }
}
