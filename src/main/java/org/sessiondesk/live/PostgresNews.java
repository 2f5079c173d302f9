package org.sessiondesk.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** News by NOTIFY; one connection of the pool stays with the listener for as long as it works. */
@Component
class PostgresNews implements LiveNews, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PostgresNews.class);
    private static final String CHANNEL = "session_desk";
    private static final Duration LOOK_UP_EVERY = Duration.ofSeconds(5);
    private static final int VALID_WITHIN_SECONDS = 3;
    private static final Duration BEFORE_RECONNECT = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Mentions mentions;
    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private volatile @Nullable Connection listening;
    private boolean missedSome;

    PostgresNews(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.mentions = new Mentions(jdbc, CHANNEL);
    }

    @Override
    public void tell(News news) {
        jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, format(news)).query(row -> {});
    }

    @Override
    public void mention(News news) {
        mentions.add(format(news));
    }

    @Override
    public Subscription listen(Consumer<News> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    static String format(News news) {
        var text = new StringBuilder(news.topic().name());
        news.ids().forEach(id -> text.append(' ').append(id));
        return text.toString();
    }

    static News parse(String text) {
        var words = text.split(" ");
        return new News(
                News.Topic.valueOf(words[0]),
                Arrays.stream(words).skip(1).map(UUID::fromString).toList());
    }

    private void run() {
        while (isRunning()) {
            try (Connection connection = dataSource.getConnection()) {
                listening = connection;
                listenOn(connection);
            } catch (SQLException e) {
                if (isRunning()) {
                    if (!missedSome) {
                        log.info("Live news lost their connection and try until it is back: {}", e.getMessage());
                    }
                    missedSome = true;
                    pause();
                }
            }
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        if (missedSome) {
            missedSome = false;
            Arrays.stream(News.Topic.values()).map(News::any).forEach(this::spread);
        }
        var postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            var notifications = postgres.getNotifications((int) LOOK_UP_EVERY.toMillis());
            for (var notification : notifications) {
                read(notification.getParameter());
            }
            // A silently dead connection would otherwise look like no news for ever.
            if (notifications.length == 0 && !connection.isValid(VALID_WITHIN_SECONDS)) {
                throw new SQLException("no answer from the database");
            }
        }
    }

    private void read(String text) {
        try {
            spread(parse(text));
        } catch (IllegalArgumentException e) {
            // Another version of the portal on the same database may tell more than this one knows.
            log.debug("News not understood: {}", text, e);
        }
    }

    void spread(News news) {
        for (var listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                log.warn("A listener failed at news of {}", news.topic(), e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_RECONNECT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("live-news").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var connection = listening;
        if (connection != null) {
            try {
                // The listener waits in a read that nothing else ends.
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("The news connection was gone already", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
