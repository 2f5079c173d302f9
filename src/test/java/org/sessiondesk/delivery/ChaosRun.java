package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.PortalProcess;
import org.sessiondesk.testing.Prepared;

/** The whole chaos run: {@code ./mvnw verify -Pchaos}. Its report is target/chaos/report.md. */
class ChaosRun extends Chaos {

    private static final int CORRECTIONS = Integer.getInteger("chaos.corrections", 10_000);
    private static final int KILLS = Integer.getInteger("chaos.kills", 20);
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("chaos.idle", 600));

    /** The whole is bounded to 20 minutes: what is left is for the backlog, the comparison and the report. */
    private static final Duration BOUND = Duration.ofMinutes(16);

    private @Nullable Prepared prepared;

    @Override
    PortalProcess.Setup portal() {
        return prepared == null ? super.portal() : super.portal().from(prepared);
    }

    @Test
    void nothing_is_lost_doubled_or_overtaken() {
        prepared = Prepared.by(portal());
        int sessions = Math.max(20, CORRECTIONS / 20);
        var done = run(new Plan(CORRECTIONS, sessions * 4 / 5, sessions / 5, KILLS, KILLS / 2, IDLE, BOUND));
        ChaosReport.write(done);
        assertThat(done.wrong())
                .allSatisfy((what, count) -> assertThat(count).as(what).isZero());
        assertTrailHolds();
        assertThat(done.kills()).isEqualTo(KILLS);
        assertThat(done.corrections()).isEqualTo(CORRECTIONS);
    }
}
