package org.sessiondesk.bench;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The statements of one transaction with their values, in order; what plain JDBC would do without the portal around. */
final class SqlScript {

    private final List<Prepared> statements = new ArrayList<>();
    private final boolean takenBack;
    private long committed;

    SqlScript(boolean takenBack) {
        this.takenBack = takenBack;
    }

    /** Whether its transaction was rolled back, so that it can be played. */
    boolean takenBack() {
        return takenBack;
    }

    void committed() {
        committed = System.nanoTime();
    }

    /** From the first statement's start to the commit's end. */
    double millis() {
        return (committed - statements.getFirst().began) / 1e6;
    }

    /** From the last statement's start to the commit's end: so long is held what the last statement locks. */
    double lastMillis() {
        return (committed - statements.getLast().began) / 1e6;
    }

    Prepared prepare(String sql) {
        Prepared prepared = new Prepared(sql);
        statements.add(prepared);
        return prepared;
    }

    /** The SQL of each execution. */
    List<String> sql() {
        return statements.stream()
                .filter(Prepared::executed)
                .map(statement -> statement.sql.strip())
                .toList();
    }

    /** One transaction: every statement, every row and column read, and the commit. */
    void play(DataSource pool) throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (Prepared statement : statements) {
                if (statement.executed()) {
                    statement.play(connection);
                }
            }
            connection.commit();
            committed();
            connection.setAutoCommit(true);
        }
    }

    /** An array as it was asked of the driver. */
    record ArrayOf(String type, Object[] elements) {}

    private record Bound(Method method, @Nullable Object[] arguments) {}

    /** One statement. */
    static final class Prepared {

        private final String sql;
        private final List<Bound> bound = new ArrayList<>();
        private boolean executed;
        private long began;

        private Prepared(String sql) {
            this.sql = sql;
        }

        /** Takes down what binds a value; that it is executed; nothing else. */
        void note(Method method, @Nullable Object @Nullable [] arguments, Map<Object, ArrayOf> arrays) {
            String name = method.getName();
            if (name.equals("addBatch") || (name.startsWith("execute") && executed)) {
                throw new IllegalStateException("only statements that are executed once are played: " + sql);
            }
            if (name.startsWith("execute")) {
                executed = true;
                began = System.nanoTime();
            }
            if (arguments != null && arguments.length > 1 && name.startsWith("set")) {
                @Nullable Object[] kept = arguments.clone();
                for (int i = 0; i < kept.length; i++) {
                    ArrayOf array = kept[i] == null ? null : arrays.get(kept[i]);
                    kept[i] = array == null ? kept[i] : array;
                }
                bound.add(new Bound(method, kept));
            }
        }

        boolean executed() {
            return executed;
        }

        private void play(Connection connection) throws Exception {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Bound each : bound) {
                    @Nullable Object[] arguments = each.arguments.clone();
                    for (int i = 0; i < arguments.length; i++) {
                        if (arguments[i] instanceof ArrayOf(String type, Object[] elements)) {
                            arguments[i] = connection.createArrayOf(type, elements);
                        }
                    }
                    each.method.invoke(statement, arguments);
                }
                began = System.nanoTime();
                if (statement.execute()) {
                    readAll(statement.getResultSet());
                }
            }
        }

        private static void readAll(ResultSet rows) throws SQLException {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
