package org.sessiondesk.testing;

import org.postgresql.ds.PGSimpleDataSource;
import org.sessiondesk.database.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of a test's own, migrated and empty; for tests that need no Spring context. */
public final class TestDatabase {

    private final TestServer.Access access;

    private TestDatabase(TestServer.Access access) {
        this.access = access;
    }

    /** All migrations ran, nothing is in it. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.shared().freshDatabase());
    }

    /** No migration ran. */
    public static TestDatabase empty() {
        return new TestDatabase(TestServer.shared().emptyDatabase());
    }

    /** Address and logins. */
    public TestServer.Access access() {
        return access;
    }

    /** What the server calls it. */
    public String name() {
        return access.url().substring(access.url().lastIndexOf('/') + 1);
    }

    /** As the role that the portal runs as. */
    public PGSimpleDataSource app() {
        return as(access.app(), access.appPassword());
    }

    /** As the role that migrates: it may what the portal may not. */
    public PGSimpleDataSource owner() {
        return as(access.owner(), access.ownerPassword());
    }

    /** As the role that only reads. */
    public PGSimpleDataSource auditor() {
        return as(access.auditor(), access.auditorPassword());
    }

    /** As the server's superuser, which sees everybody's statements. */
    public PGSimpleDataSource superuser() {
        return as(access.superuser(), access.superuserPassword());
    }

    /** SQL as the owner: to look and to tamper. */
    public JdbcClient sql() {
        return JdbcClient.create(owner());
    }

    /** It is away, every connection to it cut, until this is closed. */
    public Outage away() {
        TestServer.shared().shut(name());
        return () -> TestServer.shared().reopen(name());
    }

    /** Ends when it is closed. */
    public interface Outage extends AutoCloseable {
        @Override
        void close();
    }

    private PGSimpleDataSource as(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
