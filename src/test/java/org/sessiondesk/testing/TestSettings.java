package org.sessiondesk.testing;

import java.util.HashMap;
import java.util.Map;

/** The settings that a portal in production can't do without, for tests. */
final class TestSettings {

    private TestSettings() {}

    static Map<String, String> of(TestDatabase database) {
        Map<String, String> settings = new HashMap<>(ofTheSite());
        settings.put("spring.datasource.url", database.access().url());
        settings.put("spring.datasource.username", database.access().app());
        settings.put("spring.datasource.password", database.access().appPassword());
        settings.put("spring.flyway.user", database.access().owner());
        settings.put("spring.flyway.password", database.access().ownerPassword());
        return settings;
    }

    /** Nothing answers at OnTime's address here: a test that wants an OnTime starts the sandbox and says where. */
    static Map<String, String> ofTheSite() {
        return Map.of(
                "sessiondesk.site.name", "Test Couriers",
                "sessiondesk.site.time-zone", "America/Los_Angeles",
                "sessiondesk.site.distance-unit", "mi",
                "sessiondesk.ontime.base-url", "http://127.0.0.1:9",
                "sessiondesk.ontime.company-id", "test-couriers",
                "sessiondesk.ontime.api-key", "a-key-of-the-tests",
                "sessiondesk.ontime.read", "false");
    }
}
