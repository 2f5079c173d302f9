package org.sessiondesk.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Migrates as the owner, after a look at who the two roles are; tells the migrations the roles that they grant to. */
final class DeskMigration implements FlywayConfigurationCustomizer, FlywayMigrationStrategy {

    private static final String OWNER_SETTING = "SPRING_FLYWAY_USER";

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
        try (Connection owner = connect(database, database.owner())) {
            mayMakeTables(owner);
        } catch (SQLException e) {
            throw refused(e, database, OWNER_SETTING, "SPRING_FLYWAY_PASSWORD", database.owner());
        }
        flyway.migrate();
    }

    private void mayMakeTables(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet may = statement.executeQuery(
                        "select coalesce(has_schema_privilege(current_schema(), 'create'), false)")) {
            may.next();
            if (!may.getBoolean(1)) {
                String name = identifier(database.owner().name());
                throw new DatabaseRefused(OWNER_SETTING + ": " + name + " may make no tables in " + database.url()
                        + "; make it the database's owner, for example with: alter database sessiondesk owner to "
                        + name);
            }
        }
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
                : "SPRING_DATASOURCE_URL: no database at " + address(database) + " (" + said
                        + "); for example SPRING_DATASOURCE_URL=jdbc:postgresql://db.example.com:5432/sessiondesk";
        return new DatabaseRefused(line, e);
    }

    /** Without what may stand behind it: a password, too. */
    private static String address(DatabaseAccess database) {
        return database.url().replaceFirst("\\?.*", "");
    }

    /** As it stands in SQL: bare where it can, so that it also fits between quotes. */
    static String identifier(String role) {
        return role.matches("[a-z_][a-z0-9_]*") ? role : '"' + role.replace("\"", "\"\"") + '"';
    }
}
