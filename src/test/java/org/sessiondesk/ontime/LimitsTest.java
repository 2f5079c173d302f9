package org.sessiondesk.ontime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.ontime.TestClient.NOW;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.ontime.Limits.Allowance;
import org.springframework.context.ApplicationEventPublisher;

class LimitsTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-06-03T00:00:00Z");
    private static final Instant FIRST_OF_JULY = Instant.parse("2026-07-01T00:00:00Z");

    private final LimitsSeen seen = new LimitsSeen(_ -> {});

    @Test
    void both_limits_are_seen() {
        see("Limit-Daily=86400", "Remaining-Daily=86000", "Reset-Daily=1780444800", "Remaining-Monthly=9");
        assertThat(seen.newest())
                .contains(new Limits(
                        new Allowance(86_400L, 86_000L, MIDNIGHT), new Allowance(null, 9L, FIRST_OF_JULY), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "1780444800000, 2026-06-03T00:00:00Z",
        "soon, 2026-06-03T00:00:00Z",
        "99999999999, 2026-06-03T00:00:00Z",
        "1000, 1970-01-01T00:16:40Z",
    })
    void an_odd_reset_becomes_the_documented_one_and_a_past_one_stays(String told, Instant expected) {
        see("Remaining-Daily=5", "Reset-Daily=" + told);
        assertThat(seen.newest().orElseThrow().daily())
                .extracting(Allowance::reset)
                .isEqualTo(expected);
    }

    @Test
    void garbage_leaves_what_was_known() {
        see("Limit-Daily=1000", "Remaining-Daily=99");
        see("Limit-Daily=lots", "Remaining-Daily=99999999999999999999");
        see();
        assertThat(seen.newest()).contains(new Limits(new Allowance(1_000L, 99L, MIDNIGHT), null, NOW));
    }

    @Test
    void under_a_tenth_is_low_until_the_reset() {
        see("Limit-Daily=1000", "Remaining-Daily=99");
        var limits = seen.newest().orElseThrow();
        assertThat(limits.low(NOW)).isTrue();
        assertThat(limits.low(MIDNIGHT)).isFalse();
        see("Remaining-Daily=100");
        assertThat(seen.newest().orElseThrow().low(NOW)).isFalse();
    }

    @Test
    void a_failing_listener_loses_no_answer() {
        ApplicationEventPublisher failing = _ -> {
            throw new IllegalStateException("no database");
        };
        var limits = new LimitsSeen(failing);
        limits.see(headers("Remaining-Daily=1"), NOW);
        assertThat(limits.newest()).isPresent();
    }

    private void see(String... headers) {
        seen.see(headers(headers), NOW);
    }

    private static HttpHeaders headers(String... headers) {
        Map<String, List<String>> map = Arrays.stream(headers)
                .map(header -> header.split("=", 2))
                .collect(Collectors.toMap(pair -> "X-RateLimit-" + pair[0], pair -> List.of(pair[1])));
        return HttpHeaders.of(map, (_, _) -> true);
    }
}
