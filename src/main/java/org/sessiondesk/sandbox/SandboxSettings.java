package org.sessiondesk.sandbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox is set up.
 *
 * @param folder where its records outlive a restart
 * @param key the API key; without one a random key is made in the folder's file {@code key}
 * @param end the fleet's now; the real now by default
 * @param drivers 36 as in the realistic numbers, or 0 for a site with nobody in it; about 100,000 sessions are 600
 *     drivers in 200 days
 */
@ConfigurationProperties("sessiondesk.sandbox")
record SandboxSettings(
        @DefaultValue("data/sandbox") Path folder,
        @DefaultValue("demo") String companyId,
        @Nullable String key,
        @DefaultValue("20260101") long seed,
        @Nullable Instant end,
        @DefaultValue("America/Los_Angeles") ZoneId zone,
        @DefaultValue("31") int days,
        @DefaultValue("36") int drivers,
        @DefaultValue("86400") int dailyLimit,
        @DefaultValue("100000") int monthlyLimit) {}
