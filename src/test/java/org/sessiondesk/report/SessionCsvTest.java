package org.sessiondesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.SessionLine;

class SessionCsvTest {

    private static final UUID ID = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");

    @Test
    void a_session_is_one_line_with_its_times_at_the_site_and_in_utc() throws IOException {
        assertThat(csv("Ruiz, Marco"))
                .startsWith("\uFEFFDriver,Vehicle,Type,")
                .contains("\"Ruiz, Marco\",Van 14,Driver,2026-06-02 06:58:20-07:00,2026-06-02 17:05:00-07:00,606,"
                        + "52310,51410,-900,ODOMETER_BACKWARDS,ACCEPTED,yes,no,"
                        + "2026-06-02T13:58:20.500Z,2026-06-03T00:05:00Z," + ID)
                .endsWith(ID + ",no,no\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx"})
    void a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(String name) {
        assertThat(SessionCsv.text(name)).isEqualTo("'" + name);
    }

    @Test
    void quotes_and_line_breaks_stay_inside_their_cell() throws IOException {
        assertThat(csv("a \"b\"\nc")).contains("\"a \"\"b\"\"\nc\",Van 14");
    }

    private static String csv(String driver) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = new SessionCsv(out, ZoneId.of("America/Los_Angeles"), "mi")) {
            csv.write(new SessionLine(
                    ID,
                    ID,
                    1,
                    ID,
                    driver,
                    ID,
                    "Van 14",
                    LogInType.DRIVER,
                    Instant.parse("2026-06-02T13:58:20.5Z"),
                    Instant.parse("2026-06-03T00:05:00Z"),
                    52_310,
                    51_410,
                    -900L,
                    true,
                    false,
                    false,
                    false,
                    false,
                    null,
                    Mark.ODOMETER_BACKWARDS,
                    null,
                    SentState.ACCEPTED));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
