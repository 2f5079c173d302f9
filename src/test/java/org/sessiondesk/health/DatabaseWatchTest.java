package org.sessiondesk.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.AbstractDataSource;

class DatabaseWatchTest {

    /** Two looks: the second comes only from a watch that goes on. */
    private final CountDownLatch looks = new CountDownLatch(2);

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

    /** Once in some starts the thread was faster than whoever started it, and never looked. */
    @RepeatedTest(40)
    void a_watch_that_was_started_looks_until_it_is_stopped() throws InterruptedException {
        Pulse pulse = new Pulse();
        DatabaseWatch watch = new DatabaseWatch(away, pulse);

        watch.start();
        pulse.heard(new SQLException("refused", "08001"));

        assertThat(looks.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        watch.stop();
    }
}
