package org.sessiondesk.connection;

import java.time.Duration;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the gate is.
 *
 * @param probeEvery a closed gate lets one request through so often
 * @param failures so many in a row pause the site
 * @param pause of the site after such a run; doubled with each further failure
 * @param longestPause what the doubling ends at
 */
@ConfigurationProperties("sessiondesk.connection")
record ConnectionSettings(
        @DefaultValue("5m") Duration probeEvery,
        @DefaultValue("5") int failures,
        @DefaultValue("30s") Duration pause,
        @DefaultValue("10m") Duration longestPause) {

    ConnectionSettings {
        demandSomeTime("PROBE_EVERY", probeEvery, "5m");
        demandSomeTime("PAUSE", pause, "30s");
        demandSomeTime("LONGEST_PAUSE", longestPause, "10m");
        if (failures < 1) {
            throw new ImpossibleSetting("SESSIONDESK_CONNECTION_FAILURES", "is not 1 or more", "5");
        }
    }

    private static void demandSomeTime(String name, Duration value, String example) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new ImpossibleSetting("SESSIONDESK_CONNECTION_" + name, "is not 1ms to 24h", example);
        }
    }

    Duration pauseAfter(int failuresSoFar) {
        int doublings = Math.min(failuresSoFar - failures, 20);
        Duration wanted = pause.multipliedBy(1L << Math.max(doublings, 0));
        return wanted.compareTo(longestPause) > 0 ? longestPause : wanted;
    }
}
