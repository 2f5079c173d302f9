package org.sessiondesk.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Records what a transaction of the portal says to PostgreSQL, word for word and value for value. Taken back, with its
 * commit turned into a rollback, it can be played by plain JDBC, once, on rows that are as they were. A thread that isn't
 * recording meets the pool itself. Import it into a bench.
 */
class SqlTape implements BeanPostProcessor {

    private final ThreadLocal<@Nullable SqlScript> recording = new ThreadLocal<>();

    /** What the work would have written in its one transaction. */
    SqlScript record(Work work) throws Exception {
        return during(work, new SqlScript(true));
    }

    /** What the work writes in its one transaction, with its times. */
    SqlScript watch(Work work) throws Exception {
        return during(work, new SqlScript(false));
    }

    private SqlScript during(Work work, SqlScript script) throws Exception {
        recording.set(script);
        try {
            work.run();
        } finally {
            recording.remove();
        }
        return script;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Taped(pool) : bean;
    }

    private final class Taped extends DelegatingDataSource {

        Taped(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            SqlScript script = recording.get();
            return script == null ? super.getConnection() : new Recorder(script).connection(super.getConnection());
        }
    }

    /** Passes on to the driver what it is told, and notes it. */
    private static final class Recorder {

        private final SqlScript script;
        private final Map<Object, SqlScript.ArrayOf> arrays = new IdentityHashMap<>();

        Recorder(SqlScript script) {
            this.script = script;
        }

        Connection connection(Connection target) {
            return proxy(Connection.class, (_, method, arguments) -> {
                boolean commit = method.getName().equals("commit");
                Object result = commit && script.takenBack()
                        ? rolledBack(target)
                        : call(() -> method.invoke(target, arguments));
                if (commit) {
                    script.committed();
                }
                return switch (result) {
                    case PreparedStatement statement -> statement(statement, script.prepare((String) arguments[0]));
                    case Statement statement -> plainStatement(statement);
                    case Array array -> {
                        arrays.put(array, new SqlScript.ArrayOf((String) arguments[0], (Object[]) arguments[1]));
                        yield array;
                    }
                    case null, default -> result;
                };
            });
        }

        private static @Nullable Object rolledBack(Connection target) throws SQLException {
            target.rollback();
            return null;
        }

        private PreparedStatement statement(PreparedStatement target, SqlScript.Prepared noted) {
            return proxy(PreparedStatement.class, (_, method, arguments) -> {
                noted.note(method, arguments, arrays);
                return call(() -> method.invoke(target, arguments));
            });
        }

        private Statement plainStatement(Statement target) {
            return proxy(Statement.class, (_, method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    throw new IllegalStateException("not prepared: " + arguments[0]);
                }
                return call(() -> method.invoke(target, arguments));
            });
        }

        private static @Nullable Object call(Call call) throws Throwable {
            try {
                return call.answer();
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(SqlTape.class.getClassLoader(), new Class<?>[] {type}, handler));
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object answer() throws Exception;
    }
}
