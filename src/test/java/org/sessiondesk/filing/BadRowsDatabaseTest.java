package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.report.BadRowExport;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BadRowsDatabaseTest extends FilingDesk {

    private static final String SHORT = "ID,UserID,LogInTime,StartMileage,EndMileage,Extra\n";

    @Autowired
    private BadRowExport export;

    @Test
    void bad_rows_come_back_as_bad_as_they_were_however_often() throws IOException {
        takeIn(SHORT + row("1,2,x"));
        String file = SHORT + row("52,310,52,398") + row("1,two,=x") + a + "," + driver + "\n";
        assertThat(compare(file).bad())
                .extracting(BadRow::reason)
                .containsExactly(Reason.CELLS, Reason.NO_NUMBER, Reason.CELLS);
        String once = download();

        var again = compare(once);

        assertThat(again.bad())
                .extracting(BadRow::reason)
                .containsExactly(Reason.CELLS, Reason.NO_NUMBER, Reason.CELLS);
        assertThat(again.tally()).isEqualTo(new Tally(0, 0, 0, 0, 3));
        assertThat(once).contains("52,310,52,398", "two,'=x");
        String twice = download();
        assertThat(twice.lines().findFirst()).isEqualTo(once.lines().findFirst());
        assertThat(compare(twice).stage()).isEqualTo(Stage.COMPARED);
    }

    @Test
    void a_mended_row_is_what_its_file_said_with_its_own_columns_and_without_ours() throws IOException {
        compare(SHORT + row("1,two,=x"));

        takeIn(download().replace(",two,", ",2,"));

        assertThat(session(a).values().endMileage()).isEqualTo(2);
        assertThat(session(a).lastKnown())
                .isNotNull()
                .extracting(UserSession::text)
                .asString()
                .contains("\"Extra\":\"=x\"")
                .doesNotContain("Wrong field");
    }

    @Test
    void records_of_json_come_back_as_json_and_lack_what_they_lacked() throws IOException {
        takeIn(SHORT + row("1,2,x"));
        String twice = "{\"ID\":\"%s\", \"Id\":{\"a\":[1, 2]},\"n\": 1.50 }".formatted(b);
        compare("[{\"ID\":\"%s\",\"StartMileage\":\"one\"},%s]".formatted(a, twice));
        String once = download();
        assertThat(once)
                .contains(
                        "\"Wrong field\": \"StartMileage\"",
                        "\"ID\":\"%s\", \"Id\":{\"a\":[1, 2]}, \"n\": 1.50}".formatted(b));

        assertThat(compare(once).bad()).extracting(BadRow::reason).containsExactly(Reason.NO_NUMBER, Reason.NO_RECORD);
        assertThat(withoutLines(download())).isEqualTo(withoutLines(once));

        takeIn(once.replace("\"one\"", "7"));
        assertThat(session(a).values().startMileage()).isEqualTo(7);
        assertThat(session(a).values().endMileage()).isEqualTo(2);
    }

    @Test
    void what_is_no_record_among_records_keeps_none_of_them_out_and_comes_back_as_bad() throws IOException {
        String bad = "{\"ID\":\"%s\",\"EndMileage\":\"one\"}".formatted(UUID.randomUUID());
        var state = takeIn("[null,\n%s,5,\n\"x\",%s,%s]".formatted(record(a), bad, record(b)));

        assertThat(state.tally()).isEqualTo(new Tally(2, 0, 0, 0, 4));
        assertThat(state.bad())
                .extracting(BadRow::reason)
                .containsExactly(Reason.NO_OBJECT, Reason.NO_OBJECT, Reason.NO_OBJECT, Reason.NO_NUMBER);
        assertThat(state.bad()).extracting(BadRow::line).containsExactly(1L, 2L, 3L, 3L);
        assertThat(state.bad()).extracting(BadRow::value).containsExactly("null", "5", "\"x\"", "one");
        assertThat(session(b).values().startMileage()).isEqualTo(7);
        String once = download();
        assertThat(once).contains("\"What stands there\": null}", "\"What stands there\": \"x\"}");

        var again = compare(once);

        assertThat(again.bad())
                .extracting(BadRow::reason)
                .containsExactly(Reason.ID_MISSING, Reason.ID_MISSING, Reason.ID_MISSING, Reason.NO_NUMBER);
        assertThat(download()).contains("\"What stands there\": null}", "\"What stands there\": \"x\"}");
    }

    @Test
    void an_ID_that_stands_twice_is_shown_with_the_line_in_which_it_stands_before() {
        assertThat(compare(SHORT + row("1,2,x") + row("1,2,x")).bad())
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.value()).isEqualTo(a.toString());
                    assertThat(bad.earlier()).isEqualTo(2);
                });
    }

    @Test
    void halves_of_a_character_in_a_bad_value_keep_no_file_from_being_compared() {
        String long99 = "x".repeat(99);
        var state =
                compare("[{\"ID\":\"%s\",\"LogInType\":\"%s\uD83D\uDE9A!\"},{\"ID\":\"%s\",\"LogInType\":\"\\ud83d\"}]"
                        .formatted(a, long99, b));

        assertThat(state.stage()).isEqualTo(Stage.COMPARED);
        assertThat(state.bad()).extracting(BadRow::value).containsExactly(long99 + "\uD83D\uDE9A…", "\uFFFD");
    }

    private static String withoutLines(String json) {
        return json.replaceAll("\"Line in the file\": \\d+", "");
    }

    private String record(UUID id) {
        return "{\"ID\":\"%s\",\"UserID\":\"%s\",\"LogInTime\":\"2026-06-02T14:15:00Z\",\"StartMileage\":7}"
                .formatted(id, driver);
    }

    private String row(String rest) {
        return a + "," + driver + ",2026-06-02T14:15:00Z," + rest + "\n";
    }

    private String download() throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(
                Objects.requireNonNull(filings.mine().orElseThrow().shape()),
                bad -> bad.reason().name(),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
