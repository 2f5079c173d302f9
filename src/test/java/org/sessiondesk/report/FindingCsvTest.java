package org.sessiondesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ontime.UserSessionField;
import org.sessiondesk.worklist.FindingLine;
import org.sessiondesk.worklist.ListedFinding;

class FindingCsvTest {

    private static final UUID ID = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");

    @Test
    void a_finding_is_one_line_with_what_stands_there_and_what_was_meant() throws IOException {
        assertThat(csv("Ruiz, Marco", ID, UserSessionField.END_MILEAGE, 52_130, 51_230, 0.93))
                .isEqualTo("\uFEFFDriver,Vehicle,Log in,Problem,Severity,Field,Seen,Suggested,Confidence,OnTime ID,"
                        + "Session ID\r\n"
                        + "\"Ruiz, Marco\",Van 14,2026-06-02 06:58:20-07:00,DIGIT_SLIP,ERROR,EndMileage,52130,51230,0.93,"
                        + ID + "," + ID + "\r\n");
    }

    @Test
    void times_are_ontimes_and_what_is_missing_is_empty() throws IOException {
        var seen = Instant.parse("2026-06-02T13:58:20.5Z");
        assertThat(csv("Lee, Jo", null, UserSessionField.LOG_IN_TIME, seen, null, 0))
                .endsWith(",DIGIT_SLIP,ERROR,LogInTime,2026-06-02T13:58:20Z,,,," + ID + "\r\n");
    }

    @Test
    void a_name_that_a_spreadsheet_would_run_gets_an_apostrophe() throws IOException {
        assertThat(csv("=1+1", ID, UserSessionField.END_MILEAGE, 1, 2, 0.5)).contains("\r\n'=1+1,Van 14,");
    }

    private static String csv(
            String driver,
            @Nullable UUID ontimeId,
            UserSessionField field,
            @Nullable Object seen,
            @Nullable Object suggested,
            double confidence)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = new FindingCsv(out, ZoneId.of("America/Los_Angeles"))) {
            csv.write(new ListedFinding(
                    ID,
                    driver,
                    "Van 14",
                    Instant.parse("2026-06-02T13:58:20Z"),
                    new FindingLine(ontimeId, field, Rule.DIGIT_SLIP, Severity.ERROR, seen, suggested, confidence)));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
