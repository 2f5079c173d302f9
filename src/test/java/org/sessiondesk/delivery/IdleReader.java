package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sessiondesk.testing.TestDatabase;

/** Somebody reads from the database and goes for lunch in the transaction: nothing is cleaned up meanwhile. */
final class IdleReader implements AutoCloseable {

    private static final String LOOK = "select count(*) || ' ' || coalesce(max(attempts), 0) from delivery";

    private final Connection connection;
    private final String seen;
    private final long since = System.nanoTime();

    private IdleReader(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        this.seen = look();
    }

    static IdleReader of(TestDatabase database) {
        try {
            return new IdleReader(database.auditor().getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String look() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LOOK)) {
            rows.next();
            return rows.getString(1);
        }
    }

    Duration held() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    void stay(Duration longer) {
        long until = System.nanoTime() + longer.toNanos();
        await().atMost(longer.plusSeconds(10)).until(() -> System.nanoTime() >= until);
    }

    void assertStillInItsTransaction() {
        try {
            assertThat(look()).isEqualTo(seen);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
