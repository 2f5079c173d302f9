package org.sessiondesk.intake;

import java.nio.file.Path;
import java.util.UUID;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An OnTime for one test class, and a clock that stands. */
@TestConfiguration(proxyBeanMethods = false)
class OwnOnTime {

    static OnTimeSandbox start(String... settings) {
        return OnTimeSandbox.start(
                Path.of("target", "test-ontime", UUID.randomUUID().toString()), settings);
    }

    static void tell(DynamicPropertyRegistry settings, OnTimeSandbox onTime) {
        settings.add("sessiondesk.ontime.base-url", onTime::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
        settings.add("sessiondesk.ontime.requests-per-second", () -> "1000");
        settings.add("sessiondesk.ontime.read-days", () -> "31");
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
