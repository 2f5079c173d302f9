package org.sessiondesk.database;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Hands Spring Boot the database: the running role to the pool, the owner to Flyway, whichever database it is. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Usually claimed before Spring starts; here for whoever starts the rooms otherwise. */
    @Bean
    @ConditionalOnMissingBean
    DataFolder dataFolder(Environment settings) {
        return DataFolder.claim(Path.of(settings.getProperty("sessiondesk.data-dir", "data")));
    }

    @Bean
    @Conditional(NothingExternal.class)
    EmbeddedPostgres embeddedPostgres(DataFolder folder) {
        return EmbeddedPostgres.start(folder, List.of());
    }

    // As parameters, not looked up: so the pool closes before the server under it stops.
    @Bean
    @Conditional(NothingExternal.class)
    DatabaseAccess embeddedDatabase(EmbeddedPostgres postgres) {
        return postgres.access();
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseAccess externalDatabase(Environment settings) {
        return DatabaseAccess.external(settings);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseAccess database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.app().name();
            }

            @Override
            public String getPassword() {
                return database.app().password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseAccess database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return database.owner().name();
            }

            @Override
            public String getPassword() {
                return database.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    DeskMigration deskMigration(DatabaseAccess database) {
        return new DeskMigration(database);
    }

    // After the migrations: before them nobody has seen whether the database answers, and who refuses says it in one
    // line.
    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnMissingBean(InstantSource.class)
    DatabaseClock databaseClock(DataSource database) {
        return new DatabaseClock(database, InstantSource.system());
    }

    /** Where no external database is named, ours starts. */
    static class NothingExternal implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DatabaseAccess.isExternal(context.getEnvironment());
        }
    }
}
