package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.testing.DatabaseTest;

/** What programs and people make of files, each taken in as far as it can be, or refused in words. */
@DatabaseTest
class OddFilesDatabaseTest extends FilingDesk {

    @Test
    void other_encodings_are_refused_and_a_mark_alone_is_nothing() {
        assertThat(refusal((HEAD + line(a, 2)).getBytes(StandardCharsets.UTF_16))
                        .why())
                .isEqualTo(Why.WIDE_CHARACTERS);
        assertThat(refusal((HEAD + line(a, 2) + "Müller,\n").getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(new FileRefusal(Why.NOT_UTF8, 3));
        assertThat(refusal("\uFEFF".getBytes(StandardCharsets.UTF_8)).why()).isEqualTo(Why.EMPTY);
        assertThat(refusal(HEAD.getBytes(StandardCharsets.UTF_8)).why()).isEqualTo(Why.NO_ROWS);
    }

    @Test
    void with_semicolons_a_mileage_with_a_decimal_comma_is_a_bad_row_and_one_without_is_none() {
        var state = compare("ID;UserID;LogInTime;StartMileage;EndMileage;;\r\n"
                + "%s;%s;2026-06-02T14:15:00Z;52310,5;52398;;\r\n".formatted(a, driver)
                + "\r\n;;;;;;\r\n"
                + "%s;%s;\"2026-06-02T14:15:00Z\";52310;52398;;\r\n".formatted(b, driver));

        assertThat(state.tally()).isEqualTo(new Tally(1, 0, 0, 0, 1));
        assertThat(state.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.reason()).isEqualTo(Reason.NO_NUMBER);
            assertThat(bad.value()).isEqualTo("52310,5");
            assertThat(bad.line()).isEqualTo(2);
        });
    }

    @Test
    void a_line_of_ten_thousand_values_is_a_bad_row() {
        var state = compare(HEAD + line(a, 2) + "x,".repeat(10_000) + "x\n" + line(b, 3));

        assertThat(state.tally()).isEqualTo(new Tally(2, 0, 0, 0, 1));
        assertThat(state.bad()).extracting(BadRow::reason).containsExactly(Reason.CELLS);
        assertThat(refusal("x,".repeat(10_000).getBytes(StandardCharsets.UTF_8)).why())
                .isEqualTo(Why.TOO_MANY_COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_may_end_as_on_any_machine_and_one_column_is_enough(String end) {
        takeIn(HEAD + line(a, 2));

        var state = compare("ID" + end + a + end + b);

        assertThat(state.tally()).isEqualTo(new Tally(0, 0, 1, 0, 1));
        assertThat(state.bad()).extracting(BadRow::line).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "", " ", "\\n", "<b>", "__proto__", "\uD83D\uDE9A"})
    void a_member_may_be_called_anything_and_hold_anything(String odd) {
        String record = "{\"ID\":\"%s\",\"UserID\":\"%s\",\"LogInTime\":\"2026-06-02T14:15:00Z\",\"%s\":\"%s\"}";
        String file = "[" + record.formatted(a, driver, odd, odd) + "]";

        assertThat(takeIn(file).tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(compare(file).tally()).isEqualTo(new Tally(0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d"})
    void users_may_be_called_anything(String odd) {
        String file = "[{\"ID\":\"%s\",\"FirstName\":\"%s\",\"LastName\":\"%s\",\"IsDriver\":true}]"
                .formatted(UUID.randomUUID(), odd, odd);

        assertThat(takeIn(file).tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(compare(file).tally()).isEqualTo(new Tally(0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "99999999999999999999", "-1.5", "[1]", "{\"a\":1}", "true", "DIGITS"})
    void a_mileage_that_is_no_whole_number_is_a_bad_row_whatever_it_is(String number) {
        String record = "{\"ID\":\"%s\",\"UserID\":\"%s\",\"LogInTime\":\"2026-06-02T14:15:00Z\",\"EndMileage\":%s}";

        var state = compare("[" + record.formatted(a, driver, number.replace("DIGITS", "1".repeat(5000))) + ","
                + record.formatted(b, driver, "7") + "]");

        assertThat(state.stage()).isEqualTo(Stage.COMPARED);
        assertThat(state.tally()).isEqualTo(new Tally(1, 0, 0, 0, 1));
    }

    @Test
    void times_of_no_calendar_make_bad_rows_and_no_bad_file() {
        var state = compare("ID,UserID,LogInTime\n"
                + "%s,%s,2026-02-30T07:00:00Z\n".formatted(a, driver)
                + "%s,%s,99999-01-01T00:00:00Z\n".formatted(b, driver)
                + "%s,%s,2026-06-02T25:00:00Z\n".formatted(UUID.randomUUID(), driver));

        assertThat(state.bad()).extracting(BadRow::reason).containsOnly(Reason.NO_TIME);
        assertThat(state.tally()).isEqualTo(new Tally(0, 0, 0, 0, 3));
    }

    private FileRefusal refusal(byte[] file) {
        filings.receive("odd.csv", new ByteArrayInputStream(file));
        var state = settled();
        assertThat(state.stage()).isEqualTo(Stage.REFUSED);
        return Objects.requireNonNull(state.refusal());
    }
}
