package org.sessiondesk.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver's connections that the pool has handed out, for as long as anybody has them. */
final class OpenConnections {

    private static final Logger log = LoggerFactory.getLogger(OpenConnections.class);

    private final Set<Connection> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void handedOut(Connection connection) throws SQLException {
        open.add(connection.unwrap(Connection.class));
    }

    /** Whoever waits for an answer on one hears that none comes. What isn't committed is rolled back by the database. */
    void cut() {
        List<Connection> silent;
        synchronized (open) {
            silent = List.copyOf(open);
            open.clear();
        }
        for (Connection connection : silent) {
            try {
                // Closes the socket and waits for nothing.
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("A silent connection couldn't be cut", e);
            }
        }
    }
}
