package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

/** How long the work of a dead instance lies, as it is shipped. */
class TakeOverTest {

    @Test
    void the_work_of_a_dead_instance_is_picked_up_within_60_seconds() throws IOException {
        var shipped = new Properties();
        try (InputStream in =
                Objects.requireNonNull(TakeOverTest.class.getResourceAsStream("/application.properties"))) {
            shipped.load(in);
        }
        var heartbeat = duration(shipped, "heartbeat-interval");
        int missed = Integer.parseInt(shipped.getProperty("db-scheduler.missed-heartbeats-limit"));
        var dead = heartbeat.multipliedBy(missed);
        var lookedFor = heartbeat.multipliedBy(2);
        assertThat(dead.plus(lookedFor).plus(duration(shipped, "polling-interval")))
                .isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    private static Duration duration(Properties shipped, String name) {
        return DurationStyle.detectAndParse(shipped.getProperty("db-scheduler." + name));
    }
}
