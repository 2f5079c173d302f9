package org.sessiondesk.ui;

import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the screens share. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration {

    @Bean
    SiteTimes siteTimes(@Value("${sessiondesk.site.time-zone:UTC}") String zone, InstantSource clock) {
        return new SiteTimes(ZoneId.of(zone), clock);
    }
}
