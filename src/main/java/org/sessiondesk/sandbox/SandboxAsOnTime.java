package org.sessiondesk.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** What the demo's portal is set to while the sandbox plays OnTime, and only then: no real OnTime is met like this. */
final class SandboxAsOnTime {

    private static final String KEY = "sessiondesk.ontime.api-key";

    private SandboxAsOnTime() {}

    static MapPropertySource settings(SandboxSettings sandbox, Environment given) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "sessiondesk.ontime.company-id", sandbox.companyId(),
                "sessiondesk.ontime.requests-per-second", "100",
                "sessiondesk.ontime.read-days", "31"));
        if (!StringUtils.hasText(given.getProperty(KEY))) {
            settings.put(KEY + "-file", sandbox.folder().resolve("key").toString());
        }
        return new MapPropertySource("sandbox as OnTime", settings);
    }
}
