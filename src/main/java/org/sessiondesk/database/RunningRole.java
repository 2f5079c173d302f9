package org.sessiondesk.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Sees to it that the portal never runs as a role that could take the trail's protection away. */
final class RunningRole {

    private static final int OLDEST_SERVER = 160000;

    private final DatabaseAccess database;

    RunningRole(DatabaseAccess database) {
        this.database = database;
    }

    /** @throws DatabaseRefused with the SQL that makes the role as it should be */
    void check() {
        String app = database.app().name();
        try (Connection running = DeskMigration.connect(database, database.app());
                PreparedStatement query = running.prepareStatement("""
                        select rolsuper,
                               rolcreaterole or rolbypassrls or rolreplication as powerful,
                               pg_has_role(current_user, (select oid from pg_roles where rolname = ?), 'member')
                                 or exists (select 1
                                              from pg_class
                                             where relnamespace = current_schema()::regnamespace
                                               and relkind in ('r', 'p', 'v', 'm', 'S')
                                               and pg_has_role(current_user, relowner, 'member'))
                                 or exists (select 1
                                              from pg_database
                                             where datname = current_database()
                                               and pg_has_role(current_user, datdba, 'member')) as owner,
                               current_setting('server_version_num')::int as version
                          from pg_roles
                         where rolname = current_user""")) {
            query.setString(1, database.owner().name());
            try (ResultSet role = query.executeQuery()) {
                role.next();
                if (role.getInt("version") < OLDEST_SERVER) {
                    throw new DatabaseRefused("SPRING_DATASOURCE_URL: the server is too old ("
                            + role.getInt("version") / 10000 + "), PostgreSQL 16 or later is needed");
                }
                if (role.getBoolean("rolsuper")) {
                    throw refused(app, "a superuser");
                }
                if (role.getBoolean("powerful")) {
                    throw refused(app, "a role with rights over the whole server");
                }
                if (role.getBoolean("owner")) {
                    throw refused(app, "the owner of the tables");
                }
            }
        } catch (SQLException e) {
            throw DeskMigration.refused(
                    e, database, "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD", database.app());
        }
    }

    private static DatabaseRefused refused(String app, String what) {
        return new DatabaseRefused("SPRING_DATASOURCE_USERNAME: " + app + " is " + what
                + ", and the portal doesn't run as one; make a role of its own with: create role " + DatabaseRoles.APP
                + " login password '…'; then SPRING_DATASOURCE_USERNAME=" + DatabaseRoles.APP);
    }
}
