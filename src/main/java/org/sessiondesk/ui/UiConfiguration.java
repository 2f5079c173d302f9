package org.sessiondesk.ui;

import java.time.InstantSource;
import org.sessiondesk.site.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the screens share. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration {

    @Bean
    SiteTimes siteTimes(Site site, InstantSource clock) {
        return new SiteTimes(site.zone(), clock);
    }

    /** Asked for by whatever reads no page's head. */
    @Bean
    WebMvcConfigurer iconWhereItIsLookedFor() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry addresses) {
                addresses.addRedirectViewController("/favicon.ico", "/desk/desk.svg");
            }
        };
    }
}
