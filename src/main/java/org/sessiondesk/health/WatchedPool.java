package org.sessiondesk.health;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hears what the pool's statements fail of. While the database is known to be away or busy nobody waits for a connection: a
 * click that asks five times would otherwise take five times the pool's patience to say so.
 */
final class WatchedPool implements BeanPostProcessor {

    private final Pulse pulse;
    private final OpenConnections open;
    private @Nullable DataSource watched;

    WatchedPool(Pulse pulse, OpenConnections open) {
        this.pulse = pulse;
        this.open = open;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            watched = pool;
            pool.setExceptionOverride(new Ear(pulse));
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new Quick(pool, pulse, open) : bean;
    }

    /** The pool behind this and whatever else was put before it: for whoever finds out that it is back. */
    DataSource patient(DataSource dataSource) {
        return watched == null ? dataSource : watched;
    }

    /** Changes nothing of what the pool does about it. */
    private record Ear(Pulse pulse) implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException problem) {
            pulse.heard(problem);
            return Override.CONTINUE_EVICT;
        }
    }

    private static final class Quick extends DelegatingDataSource {

        private final Pulse pulse;
        private final OpenConnections open;

        private Quick(DataSource pool, Pulse pulse, OpenConnections open) {
            super(pool);
            this.pulse = pulse;
            this.open = open;
        }

        @Override
        public Connection getConnection() throws SQLException {
            DatabaseTrouble trouble = pulse.trouble();
            if (trouble == DatabaseTrouble.AWAY) {
                throw new SQLTransientConnectionException("the database is away", "08006");
            }
            if (trouble == DatabaseTrouble.BUSY) {
                SQLException why = new SQLException("all connections are taken", "53300");
                throw new SQLTransientConnectionException(why.getMessage(), why.getSQLState(), why);
            }
            Connection connection = super.getConnection();
            open.handedOut(connection);
            return connection;
        }
    }
}
