package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short slice of the chaos run. */
class ChaosProcessTest extends Chaos {

    @Test
    void of_two_portals_amid_faults_one_is_frozen_and_one_killed_and_all_arrives_once_and_in_order() {
        var done = run(new Plan(150, 20, 10, 1, 1, Duration.ofSeconds(30), Duration.ofHours(1)));
        assertThat(done.wrong())
                .allSatisfy((what, count) ->
                        assertThat(count).as(what + ", of " + done).isZero());
        assertTrailHolds();
    }
}
