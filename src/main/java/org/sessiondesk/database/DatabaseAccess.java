package org.sessiondesk.database;

import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Where the database is and by which two roles the portal meets it. */
record DatabaseAccess(String url, Login app, Login owner) {

    /** A role's name and password; never in a log. */
    record Login(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** The external database that the settings name; all five are needed. */
    static DatabaseAccess external(Environment settings) {
        String url = needed(settings, "spring.datasource.url", "jdbc:postgresql://db.example.com:5432/sessiondesk");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseRefused("SPRING_DATASOURCE_URL: only PostgreSQL will do, for example"
                    + " SPRING_DATASOURCE_URL=jdbc:postgresql://db.example.com:5432/sessiondesk");
        }
        return new DatabaseAccess(
                url,
                login(settings, "spring.datasource.username", "spring.datasource.password", DatabaseRoles.APP),
                login(settings, "spring.flyway.user", "spring.flyway.password", DatabaseRoles.OWNER));
    }

    /** Whether the settings name an external database; then nothing embedded starts. */
    static boolean isExternal(Environment settings) {
        return StringUtils.hasText(settings.getProperty("spring.datasource.url"));
    }

    private static Login login(Environment settings, String name, String password, String example) {
        return new Login(needed(settings, name, example), needed(settings, password, "…"));
    }

    private static String needed(Environment settings, String property, String example) {
        String value = settings.getProperty(property);
        if (!StringUtils.hasText(value)) {
            String name = property.replace('.', '_').toUpperCase(Locale.ROOT);
            throw new DatabaseRefused(name + ": is missing, and an external database (SPRING_DATASOURCE_URL) needs the"
                    + " running role and the owner role, for example " + name + "=" + example);
        }
        return value;
    }
}
