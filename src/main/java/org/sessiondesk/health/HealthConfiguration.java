package org.sessiondesk.health;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the watch over the pool. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    static Pulse pulse() {
        return new Pulse();
    }

    @Bean
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
