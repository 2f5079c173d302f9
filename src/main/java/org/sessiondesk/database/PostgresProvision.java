package org.sessiondesk.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** The one use of the embedded superuser: the roles, the database and the extension that only it may make. */
final class PostgresProvision {

    private final PostgresSecrets secrets;

    PostgresProvision(PostgresSecrets secrets) {
        this.secrets = secrets;
    }

    /** Makes what is missing; each step stands alone, so that a killed first start goes on at the next. */
    void provide(Connection superuser) throws SQLException {
        for (String role : List.of(DatabaseRoles.OWNER, DatabaseRoles.APP, DatabaseRoles.AUDITOR)) {
            if (!exists(superuser, "select 1 from pg_roles where rolname = ?", role)) {
                superuser.setAutoCommit(false);
                execute(superuser, "create role " + role + " login");
                // Sent as its hash, so that the password stands in no statement text.
                superuser
                        .unwrap(PGConnection.class)
                        .alterUserPassword(role, secrets.login(role).password().toCharArray(), "scram-sha-256");
                superuser.commit();
                superuser.setAutoCommit(true);
            }
        }
        if (!exists(superuser, "select 1 from pg_database where datname = ?", DatabaseRoles.DATABASE)) {
            execute(superuser, "create database " + DatabaseRoles.DATABASE + " owner " + DatabaseRoles.OWNER);
        }
        execute(superuser, "revoke all on database " + DatabaseRoles.DATABASE + " from public");
        execute(
                superuser,
                "grant connect on database " + DatabaseRoles.DATABASE + " to " + DatabaseRoles.APP + ", "
                        + DatabaseRoles.AUDITOR);
    }

    /** Not trusted, so the owner can't: the count of each statement. */
    static void provideExtensions(Connection superuser) throws SQLException {
        execute(superuser, "create extension if not exists pg_stat_statements");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
