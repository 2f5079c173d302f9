package org.sessiondesk.ui.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrailKindTest {

    private static final List<String> ACTIONS = List.of(
            "session.corrected",
            "finding.dismissed",
            "session.read",
            "session.filed",
            "session.exported",
            "finding.exported",
            "payout.made",
            "payout.exported");

    @Test
    void what_programs_take_away_each_minute_is_not_what_the_history_opens_on() {
        assertThat(TrailUrl.START.kind().of(ACTIONS))
                .containsExactlyInAnyOrder("session.corrected", "finding.dismissed", "payout.made");
        assertThat(TrailKind.EXPORTS.of(ACTIONS))
                .containsExactlyInAnyOrder("session.exported", "finding.exported", "payout.made", "payout.exported");
    }
}
