package org.sessiondesk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long deliveries wait.
 *
 * @param grace how long a correction can be undone before it leaves; a further one starts it anew
 * @param longestGrace from the first correction on, all in all
 * @param retry after the first failure; doubled each time
 * @param longestRetry what the doubling ends at
 * @param lookAgain from the first look for a create that may have arrived to the second
 */
@ConfigurationProperties("sessiondesk.delivery")
record DeliverySettings(
        @DefaultValue("10s") Duration grace,
        @DefaultValue("60s") Duration longestGrace,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("10m") Duration longestRetry,
        @DefaultValue("1m") Duration lookAgain) {

    DeliverySettings {
        demandGrace("GRACE", grace, "10s");
        demandGrace("LONGEST_GRACE", longestGrace, "60s");
        demandSomeTime("RETRY", retry, "5s");
        demandSomeTime("LONGEST_RETRY", longestRetry, "10m");
        demandSomeTime("LOOK_AGAIN", lookAgain, "1m");
    }

    /** None at all means that nothing can be undone. */
    private static void demandGrace(String name, Duration value, String example) {
        if (value.isNegative() || value.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new ImpossibleSetting("SESSIONDESK_DELIVERY_" + name, "is not 0s to 10m", example);
        }
    }

    private static void demandSomeTime(String name, Duration value, String example) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new ImpossibleSetting("SESSIONDESK_DELIVERY_" + name, "is not 1ms to 24h", example);
        }
    }

    /** When a correction made now leaves, if the delivery it joins was first queued then. */
    Instant leaves(Instant now, Instant firstQueued) {
        var end = firstQueued.plus(longestGrace.compareTo(grace) > 0 ? longestGrace : grace);
        var wanted = now.plus(grace);
        return wanted.isBefore(end) ? wanted : end;
    }

    /** When to try again after so many failures: later each time, and not all at the same moment. */
    Instant tryAgain(Instant now, int failures) {
        int doublings = Math.clamp(failures - 1L, 0, 16);
        var most = retry.multipliedBy(1L << doublings);
        long millis = Math.min(most.toMillis(), longestRetry.toMillis());
        return now.plusMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
