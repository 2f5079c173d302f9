package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each impossible setting ends the start in one line; that a start prints it and exits is {@link RefusedStartProcessTest}'s. */
class RefusedSettingsTest {

    private static final Map<String, String> NEEDED = Map.of(
            "SESSIONDESK_SITE_TIME_ZONE", "Europe/Berlin",
            "SESSIONDESK_ONTIME_COMPANY_ID", "acme",
            "SESSIONDESK_ONTIME_API_KEY", "a-key");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SESSIONDESK_SITE_TIME_ZONE           | ''        | is missing: without it nobody knows which day a session belongs to. Example: America/Los_Angeles
            SESSIONDESK_SITE_TIME_ZONE           | +02:00    | is no IANA time zone: +02:00. Example: America/Los_Angeles
            SESSIONDESK_SITE_DISTANCE_UNIT       | yards     | is neither mi nor km: yards. Example: mi
            SESSIONDESK_ONTIME_COMPANY_ID        | ''        | is missing. Example: acme, as in …/sites/acme/api
            SESSIONDESK_ONTIME_API_KEY           | ''        | is missing, and so is SESSIONDESK_ONTIME_API_KEY_FILE. Example: SESSIONDESK_ONTIME_API_KEY_FILE=/run/secrets/ontime-api-key
            SESSIONDESK_ONTIME_API_KEY           | two words | holds no key: one line of plain characters is expected. Example: the key as OnTime shows it
            SESSIONDESK_ONTIME_BASE_URL          | http://ontime.example.com | is plain http to another machine, which would show the key to the network. Example: https://secure.ontime360.com
            SESSIONDESK_ONTIME_READ              | perhaps   | can't be read as true or false. Example: true
            SESSIONDESK_ONTIME_READ_DAYS         | abc       | can't be read as a number. Example: 10
            SESSIONDESK_ONTIME_READ_DAYS         | 0         | is not 1 to 366. Example: 14
            SESSIONDESK_ONTIME_READ_INTERVAL     | soon      | can't be read as a duration. Example: 10s
            SESSIONDESK_ONTIME_READ_INTERVAL     | 0s        | is not 1s to 24h. Example: 5m
            SESSIONDESK_ONTIME_UNMARKED_TIMES    | maybe     | can't be read as one of utc, site. Example: utc
            SESSIONDESK_ONTIME_UNRECORDED_MILEAGE | -1       | can't be read as one of zero, null. Example: zero
            SESSIONDESK_ONTIME_REQUESTS_PER_SECOND | 0       | is not 0.01 to 1000. Example: 1
            SESSIONDESK_DELIVERY_GRACE           | -1s       | is not 0s to 10m. Example: 10s
            SESSIONDESK_DELIVERY_RETRY           | 0s        | is not 1ms to 24h. Example: 5s
            SESSIONDESK_CONNECTION_PAUSE         | -5s       | is not 1ms to 24h. Example: 30s
            SERVER_PORT                          | x         | is not a number from 0 to 65535. Example: 8080
            SERVER_PORT                          | 70000     | is not a number from 0 to 65535. Example: 8080
            """)
    void an_impossible_value_is_one_line_with_name_problem_and_example(String variable, String value, String line) {
        assertThat(refusal(variable, value)).isEqualTo(variable + " " + line);
    }

    @Test
    void a_key_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing");

        assertThat(keyFileRefusal(missing))
                .isEqualTo("SESSIONDESK_ONTIME_API_KEY_FILE (" + missing
                        + ") can't be read. Example: /run/secrets/ontime-api-key");
    }

    @Test
    void an_empty_key_file_is_named() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        assertThat(keyFileRefusal(empty))
                .isEqualTo("SESSIONDESK_ONTIME_API_KEY_FILE (" + empty
                        + ") is empty. Example: /run/secrets/ontime-api-key");
    }

    @Test
    void half_a_first_administrator_is_refused() {
        assertThat(refusal("SESSIONDESK_FIRST_ADMIN_PASSWORD", "long enough on its own"))
                .startsWith("SESSIONDESK_FIRST_ADMIN_EMAIL is missing")
                .doesNotContain("long enough");
    }

    @Test
    void a_key_and_its_file_together_are_refused_without_showing_the_key() {
        assertThat(refusal("SESSIONDESK_ONTIME_API_KEY_FILE", "/run/secrets/ontime-api-key"))
                .startsWith("SESSIONDESK_ONTIME_API_KEY and SESSIONDESK_ONTIME_API_KEY_FILE are both set")
                .doesNotContain("a-key");
    }

    private static String keyFileRefusal(Path file) {
        Map<String, String> variables = new HashMap<>(NEEDED);
        variables.remove("SESSIONDESK_ONTIME_API_KEY");
        variables.put("SESSIONDESK_ONTIME_API_KEY_FILE", file.toString());
        return refusal(variables);
    }

    private static String refusal(String variable, String value) {
        Map<String, String> variables = new HashMap<>(NEEDED);
        variables.put(variable, value);
        return refusal(variables);
    }

    private static String refusal(Map<String, String> variables) {
        Throwable failure = catchThrowable(() -> AllSettings.from(variables).close());
        assertThat(failure).isNotNull();
        return StartFailureReporter.line(failure).orElseThrow(() -> new AssertionError(failure));
    }
}
