package org.sessiondesk.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One PostgreSQL a test process, started at first use, and a migrated template from which each test clones its own. */
public final class TestServer {

    private static final String TEMPLATE = "migrated";

    /** What is measured waits for the disk as in production. */
    private static final boolean DURABLE = Boolean.getBoolean("sessiondesk.test.durable");

    /** The product's own settings; only that planning counts to the time of a statement. */
    private static final List<String> MEASURED = List.of("pg_stat_statements.track_planning=on");

    /** The commands that start it are the product's; only the waiting for the disk is left out. */
    private static final List<String> QUICK = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=300",
            "shared_buffers=256MB");

    /** Kept, because its lock is gone with it: another process would stop this server as a left-over. */
    private final DataFolder folder;

    private final EmbeddedPostgres postgres;
    private final AtomicInteger made = new AtomicInteger();

    private TestServer(DataFolder folder) {
        this.folder = folder;
        this.postgres = EmbeddedPostgres.start(folder, DURABLE ? MEASURED : QUICK);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** The server of this process. */
    public static TestServer shared() {
        return Holder.SHARED;
    }

    /** A database of its own with all migrations run and nothing in it. */
    public Access freshDatabase() {
        return clone(TEMPLATE);
    }

    /** A database of its own in which no migration ran. */
    public Access emptyDatabase() {
        return clone("template0");
    }

    /** Cuts every connection to a test's database and lets nobody in. */
    public void shut(String name) {
        superuser("alter database " + name + " allow_connections false");
        superuser("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** Lets people in again. */
    public void reopen(String name) {
        superuser("alter database " + name + " allow_connections true");
    }

    /** How to reach a test's database, as each of the three roles and as the superuser that the portal never is. */
    public record Access(
            String url,
            String app,
            String appPassword,
            String owner,
            String ownerPassword,
            String auditor,
            String auditorPassword,
            String superuser,
            String superuserPassword) {

        @Override
        public String toString() {
            return url;
        }
    }

    private Access clone(String template) {
        String name = "test_" + made.incrementAndGet();
        synchronized (this) {
            superuser("create database " + name + " template " + template + " owner " + DatabaseRoles.OWNER);
        }
        return access(name);
    }

    private Access access(String name) {
        return new Access(
                postgres.url(name),
                DatabaseRoles.APP,
                postgres.login(DatabaseRoles.APP).password(),
                DatabaseRoles.OWNER,
                postgres.login(DatabaseRoles.OWNER).password(),
                DatabaseRoles.AUDITOR,
                postgres.login(DatabaseRoles.AUDITOR).password(),
                DatabaseRoles.SUPERUSER,
                postgres.login(DatabaseRoles.SUPERUSER).password());
    }

    private void makeTemplate() {
        superuser("drop database if exists " + TEMPLATE + " with (force)");
        superuser("create database " + TEMPLATE + " owner " + DatabaseRoles.OWNER);
        try (Connection template = postgres.connectAsSuperuser(TEMPLATE)) {
            PostgresProvision.provideExtensions(template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Access access = access(TEMPLATE);
        Flyway.configure(TestServer.class.getClassLoader())
                .dataSource(access.url(), access.owner(), access.ownerPassword())
                .placeholders(Map.of("app_role", access.app(), "auditor_role", access.auditor()))
                .load()
                .migrate();
    }

    private void superuser(String sql) {
        try (Connection connection = postgres.connectAsSuperuser(DatabaseRoles.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void stop() {
        try {
            postgres.close();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {

        static final TestServer SHARED = start();

        /** The first folder that no other test run holds; each keeps its cluster for the next run. */
        private static TestServer start() {
            for (int n = 1; ; n++) {
                try {
                    DataFolder folder = DataFolder.claim(
                            Path.of("target", DURABLE ? "bench-postgres" : "test-postgres", String.valueOf(n)));
                    TestServer server = new TestServer(folder);
                    server.dropLeftOvers();
                    server.makeTemplate();
                    return server;
                } catch (DatabaseRefused e) {
                    if (n == 20 || !String.valueOf(e.getMessage()).contains("already running")) {
                        throw e;
                    }
                }
            }
        }
    }

    private void dropLeftOvers() {
        try (Connection connection = postgres.connectAsSuperuser(DatabaseRoles.SUPERUSER);
                Statement statement = connection.createStatement();
                var names = statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (names.next()) {
                superuser("drop database " + names.getString(1) + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
