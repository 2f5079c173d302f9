package org.sessiondesk.ontime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.ontime.TestClient.NOW;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.ontime.OnTimeAnswer.LimitReached;

/** Until when a 429 keeps the site quiet, whatever its headers say. Times are in seconds from now. */
@Timeout(20)
class LimitPauseTest {

    private static final int A_MINUTE = 60;

    private final ScriptedServer server = new ScriptedServer();
    private final TestClient client = new TestClient(server.url());

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        // Retry-After in seconds, the exhausted limit's reset: the later counts, whichever it is
        "120, 0, 3600, 3600",
        "7200, 0, 3600, 7200",
    })
    void the_later_of_Retry_After_and_the_exhausted_limits_reset_counts(
            int retryAfter, int remaining, int reset, int until) {
        refuses("Retry-After: " + retryAfter, "X-RateLimit-Remaining-Daily: " + remaining, resetIn("Daily", reset));
        assertQuietFor(until);
    }

    @Test
    void Retry_After_may_be_a_date() {
        var at = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                NOW.plusSeconds(5_400).atOffset(ZoneOffset.UTC));
        refuses("Retry-After: " + at, "X-RateLimit-Remaining-Daily: 0", resetIn("Daily", 3_600));
        assertQuietFor(5_400);
        refuses("Retry-After: " + at, "X-RateLimit-Remaining-Daily: 0", resetIn("Daily", 7_200));
        assertQuietFor(7_200);
    }

    @Test
    void the_reset_of_the_limit_that_is_not_exhausted_is_ignored() {
        refuses(
                "X-RateLimit-Remaining-Daily: 0",
                resetIn("Daily", 3_600),
                "X-RateLimit-Remaining-Monthly: 41000",
                resetIn("Monthly", 864_000));
        assertQuietFor(3_600);
        refuses(
                "Retry-After: 30",
                "X-RateLimit-Remaining-Daily: 500",
                resetIn("Daily", 3_600),
                "X-RateLimit-Remaining-Monthly: 0",
                resetIn("Monthly", 864_000));
        assertQuietFor(864_000);
    }

    @ParameterizedTest
    @CsvSource({"''", "soon", "-3600"})
    void the_months_reset_is_no_guess_for_a_day_that_is_exhausted_and_says_no_reset(String daily) {
        String reset = daily.equals("-3600") ? resetIn("Daily", -3_600) : "X-RateLimit-Reset-Daily: " + daily;
        refuses("X-RateLimit-Remaining-Daily: 0", reset, resetIn("Monthly", 864_000));
        assertQuietFor(A_MINUTE);
    }

    @Test
    void nor_where_how_much_is_left_of_the_month_cant_be_read() {
        refuses("X-RateLimit-Remaining-Daily: 0", "X-RateLimit-Remaining-Monthly: many", resetIn("Monthly", 864_000));
        assertQuietFor(A_MINUTE);
    }

    @Test
    void a_reset_in_milliseconds_is_read_as_what_it_is() {
        refuses(
                "X-RateLimit-Remaining-Daily: 0",
                "X-RateLimit-Reset-Daily: " + NOW.plusSeconds(3_600).toEpochMilli());
        assertQuietFor(3_600);
    }

    @ParameterizedTest
    @CsvSource({
        "-5, soon",
        "99999999999, 99999999999999999999",
        "2592000000, -1",
        "tomorrow, 0",
        "Tue 2 Jun, ''",
        "'', 1.5e9",
    })
    void garbage_counts_as_nothing_and_the_pause_is_a_minute_at_first(String retryAfter, String reset) {
        refuses("Retry-After: " + retryAfter, "X-RateLimit-Remaining-Daily: 0", "X-RateLimit-Reset-Daily: " + reset);
        assertQuietFor(A_MINUTE);
    }

    @Test
    void garbage_beside_a_good_header_spoils_nothing() {
        refuses("Retry-After: soon", "X-RateLimit-Remaining-Daily: 0", resetIn("Daily", 3_600));
        assertQuietFor(3_600);
        refuses("Retry-After: 120", "X-RateLimit-Remaining-Daily: 0", "X-RateLimit-Reset-Daily: soon");
        assertQuietFor(120);
    }

    @Test
    void a_reset_in_the_past_counts_as_nothing() {
        refuses("X-RateLimit-Remaining-Daily: 0", resetIn("Daily", -3_600));
        assertQuietFor(A_MINUTE);
        refuses("Retry-After: 90", "X-RateLimit-Remaining-Daily: 0", resetIn("Daily", -3_600));
        assertQuietFor(90);
    }

    @Test
    void bare_ones_to_calls_that_were_under_way_together_count_once() {
        refuses();
        assertQuietFor(A_MINUTE);
        refuses();
        assertQuietFor(A_MINUTE);
    }

    private void refuses(String... headers) {
        server.answers("429 Too Many Requests", String.join("\r\n", headers) + "\r\n", "");
    }

    private static String resetIn(String period, int seconds) {
        return "X-RateLimit-Reset-" + period + ": " + NOW.plusSeconds(seconds).getEpochSecond();
    }

    private void assertQuietFor(int seconds) {
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        LimitReached.class,
                        reached -> assertThat(reached.until())
                                .isBetween(NOW.plusSeconds(seconds), NOW.plusSeconds(seconds + 5L)));
    }
}
