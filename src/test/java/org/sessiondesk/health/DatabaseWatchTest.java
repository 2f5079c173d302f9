package org.sessiondesk.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.AbstractDataSource;

class DatabaseWatchTest {

    /** Two looks: the second comes only from a watch that goes on. */
    private final CountDownLatch looks = new CountDownLatch(2);

    private final Pulse pulse = new Pulse();

    private final DataSource away = new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            looks.countDown();
            throw new SQLException("refused", "08001");
        }

        @Override
        public Connection getConnection(String name, String password) throws SQLException {
            return getConnection();
        }
    };

    @Test
    void a_look_that_ends_in_an_Error_is_followed_by_the_next_and_meanwhile_the_portal_isnt_ready() {
        AtomicBoolean broken = new AtomicBoolean(true);
        DatabaseWatch watch = new DatabaseWatch(
                new AbstractDataSource() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        looks.countDown();
                        if (broken.get()) {
                            throw new StackOverflowError("as a bug would have it");
                        }
                        throw new SQLException("refused", "08001");
                    }

                    @Override
                    public Connection getConnection(String name, String password) throws SQLException {
                        return getConnection();
                    }
                },
                pulse,
                new OpenConnections());

        watch.start();

        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        await().until(() -> watch.health().getStatus().equals(Status.DOWN));
        assertThat(pulse.trouble()).isNull();
        broken.set(false);
        await().until(() -> pulse.trouble() == DatabaseTrouble.AWAY);
        watch.stop();
    }

    /** Once in some starts the thread was faster than whoever started it, and never looked. */
    @RepeatedTest(40)
    void a_watch_that_was_started_looks_until_it_is_stopped() throws InterruptedException {
        DatabaseWatch watch = new DatabaseWatch(away, pulse, new OpenConnections());

        watch.start();
        pulse.heard(new SQLException("refused", "08001"));

        assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        watch.stop();
    }
}
