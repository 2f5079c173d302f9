package org.sessiondesk.health;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Puts the watch over the pool. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    // What a post-processor needs comes before the others: Spring says so of all but infrastructure.
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Pulse pulse() {
        return new Pulse();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static OpenConnections openConnections() {
        return new OpenConnections();
    }

    @Bean
    static WatchedPool watchedPool(Pulse pulse, OpenConnections open) {
        return new WatchedPool(pulse, open);
    }

    /** Called {@code database} in the readiness group. */
    @Bean
    DatabaseWatch databaseHealthIndicator(
            DataSource dataSource, WatchedPool watched, Pulse pulse, OpenConnections open) {
        return new DatabaseWatch(watched.patient(dataSource), pulse, open);
    }

    @Bean
    QuietLog quietLog() {
        return new QuietLog();
    }
}
