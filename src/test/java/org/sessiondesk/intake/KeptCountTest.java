package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptCountTest {

    private final KeptCount<Integer> counts = new KeptCount<>(Duration.ofHours(1), count -> count);
    private int counted = 1_000_000;

    @Test
    void a_large_count_is_kept_until_what_it_is_about_changes() {
        assertThat(counts.of("one reading", () -> ++counted)).isEqualTo(1_000_001);
        assertThat(counts.of("one reading", () -> ++counted)).isEqualTo(1_000_001);
        assertThat(counts.of("the next", () -> ++counted)).isEqualTo(1_000_002);
    }

    @Test
    void a_small_one_is_always_fresh() {
        counted = 0;

        assertThat(counts.of(null, () -> ++counted)).isEqualTo(1);
        assertThat(counts.of(null, () -> ++counted)).isEqualTo(2);
    }
}
