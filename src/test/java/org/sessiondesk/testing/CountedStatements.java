package org.sessiondesk.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes the SQL that one thread sends, for tests that count it; import it into a test of the whole portal. */
public class CountedStatements implements BeanPostProcessor {

    private final ThreadLocal<List<String>> noted = new ThreadLocal<>();
    private final ThreadLocal<AtomicInteger> commits = new ThreadLocal<>();

    /** The statements, without begin and commit, that the work sends on this thread. */
    public List<String> during(Runnable work) {
        var statements = new ArrayList<String>();
        noted.set(statements);
        try {
            work.run();
        } finally {
            noted.remove();
        }
        return statements;
    }

    /** How many transactions the work commits on this thread. */
    public int commitsDuring(Runnable work) {
        var counted = new AtomicInteger();
        commits.set(counted);
        try {
            work.run();
        } finally {
            commits.remove();
        }
        return counted.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? proxy(DataSource.class, dataSource, "") : bean;
    }

    private <T> T proxy(Class<T> type, T target, String sql) {
        InvocationHandler handler = (_, method, arguments) -> {
            String text =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String first ? first : sql;
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                note(text);
            }
            if (target instanceof Connection && method.getName().equals("commit") && commits.get() != null) {
                commits.get().incrementAndGet();
            }
            try {
                Object result = method.invoke(target, arguments);
                if (method.getName().equals("unwrap")) {
                    return result;
                }
                return switch (result) {
                    case PreparedStatement statement -> proxy(PreparedStatement.class, statement, text);
                    case Connection connection -> proxy(Connection.class, connection, "");
                    case Statement statement -> proxy(Statement.class, statement, "");
                    case null, default -> result;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void note(String sql) {
        var statements = noted.get();
        if (statements != null) {
            statements.add(sql.strip());
        }
    }
}
