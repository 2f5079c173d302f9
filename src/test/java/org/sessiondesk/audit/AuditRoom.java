package org.sessiondesk.audit;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The room alone on a database of its own, as the roles of production; the clock stands still. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableMethodSecurity
@Import({AuditTrail.class, TrailWriter.class, AuditQueries.class, AuditVerifier.class})
class AuditRoom {

    static final Instant NOW = Instant.parse("2026-03-29T14:15:16.123456Z");

    /** A row of JPA's whose insert waits for the flush; a trigger notes where the trail's head stood then. */
    static class FlushedRow {
        long id;

        FlushedRow() {}

        FlushedRow(long id) {
            this.id = id;
        }
    }

    @Bean
    TestDatabase testDatabase() {
        TestDatabase database = TestDatabase.fresh();
        database.sql().sql("""
                        create table flushed_row (id bigint primary key, head_then bigint);
                        create function note_head() returns trigger language plpgsql as $$
                        begin
                            new.head_then := (select position from audit_head);
                            return new;
                        end
                        $$;
                        create trigger note_head before insert on flushed_row for each row execute function note_head();
                        """).update();
        database.sql()
                .sql("grant select, insert on flushed_row to "
                        + database.access().app())
                .update();
        return database;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.app());
        pool.setMaximumPoolSize(12);
        return pool;
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPersistenceUnitName("audit");
        factory.setMappingResources("audit/flushed-row.orm.xml");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaDialect(new HibernateJpaDialect());
        return factory;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagers) {
        return new JpaTransactionManager(entityManagers);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    InstantSource clock() {
        return () -> NOW;
    }

    @Bean
    Origin origin() {
        return () -> Optional.of("203.0.113.7");
    }
}
