package org.sessiondesk.ontime;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.sessiondesk.site.Site;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together from its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OnTimeSettings.class)
class OnTimeRoom {

    @Bean
    LimitsSeen limitsSeen(ApplicationEventPublisher events) {
        return new LimitsSeen(events);
    }

    @Bean
    RequestPace requestPace(OnTimeSettings settings) {
        return new RequestPace(settings.requestsPerSecond());
    }

    @Bean
    UserSessionText userSessionText(OnTimeSettings settings, Site site) {
        var unmarkedZone = switch (settings.unmarkedTimes()) {
            case UTC -> ZoneOffset.UTC;
            case SITE -> site.zone();
        };
        return new UserSessionText(unmarkedZone, settings.unrecordedMileage());
    }

    @Bean
    OnTimeCalls onTimeCalls(OnTimeSettings settings, LimitsSeen limits, InstantSource clock) {
        return new OnTimeCalls(settings, limits, clock);
    }

    @Bean
    OnTimeClient onTimeClient(OnTimeCalls calls, UserSessionText text) {
        return new HttpOnTimeClient(calls, text);
    }
}
