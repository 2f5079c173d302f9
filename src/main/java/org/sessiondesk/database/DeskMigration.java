package org.sessiondesk.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Migrates as the owner, after a look at who the two roles are; tells the migrations the roles that they grant to. */
final class DeskMigration implements FlywayConfigurationCustomizer, FlywayMigrationStrategy {

    private final DatabaseAccess database;

    DeskMigration(DatabaseAccess database) {
        this.database = database;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.placeholders(
                Map.of("app_role", identifier(database.app().name()), "auditor_role", DatabaseRoles.AUDITOR));
    }

    @Override
    public void migrate(Flyway flyway) {
        new RunningRole(database).check();
        flyway.migrate();
    }

    static Connection connect(DatabaseAccess database, DatabaseAccess.Login login) throws SQLException {
        return DriverManager.getConnection(database.url(), login.name(), login.password());
    }

    /** Says in one line which of the settings the server's answer speaks of. */
    static DatabaseRefused refused(
            SQLException e, DatabaseAccess database, String user, String password, DatabaseAccess.Login login) {
        String state = String.valueOf(e.getSQLState());
        String said = String.valueOf(e.getMessage()).replace('\n', ' ');
        String line = state.startsWith("28")
                ? user + ", " + password + ": the database doesn't let " + login.name() + " in (" + said
                        + "); set the role's password, for example with: alter role " + identifier(login.name())
                        + " login password '…'"
                : "SPRING_DATASOURCE_URL: no answer from " + database.url() + " (" + said
                        + "); for example SPRING_DATASOURCE_URL=jdbc:postgresql://db.example.com:5432/sessiondesk";
        return new DatabaseRefused(line, e);
    }

    /** As it stands in SQL: bare where it can, so that it also fits between quotes. */
    static String identifier(String role) {
        return role.matches("[a-z_][a-z0-9_]*") ? role : '"' + role.replace("\"", "\"\"") + '"';
    }
}
