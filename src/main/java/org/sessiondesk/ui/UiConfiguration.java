package org.sessiondesk.ui;

import java.time.InstantSource;
import org.sessiondesk.site.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the screens share. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration {

    @Bean
    SiteTimes siteTimes(Site site, InstantSource clock) {
        return new SiteTimes(site.zone(), clock);
    }
}
