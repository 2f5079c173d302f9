package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.ontime.OnTimeSettings.UnrecordedMileage;
import org.sessiondesk.ontime.RecordText;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.sheet.DateOrder;
import org.sessiondesk.sheet.FileShape;
import org.sessiondesk.sheet.FileShape.Format;
import org.sessiondesk.sheet.RawRow;

class RowReaderTest {

    private static final String ID = "8a7b6c5d-0000-4000-8000-000000000001";
    private static final ZoneId SITE = ZoneId.of("America/Los_Angeles");

    private final UserSessionText texts = new UserSessionText(ZoneOffset.UTC, UnrecordedMileage.ZERO);

    @Test
    void a_row_becomes_ontimes_record_with_its_own_spellings_and_columns() throws RowFault {
        var row = read(
                SITE,
                List.of("ID", "UserID", "LogInTime", "LogOutTime", "StartMileage", "EndMileage", "Extra"),
                ID.toUpperCase(java.util.Locale.ROOT),
                ID,
                "2026-06-02 07:15",
                "2026-06-02T22:00:00.1234567Z",
                "52,310",
                "",
                "=1+1");

        assertThat(row.id()).hasToString(ID);
        assertThat(row.text())
                .isEqualTo("{\"ID\":\"8A7B6C5D-0000-4000-8000-000000000001\",\"UserID\":\"" + ID
                        + "\",\"LogInTime\":\"2026-06-02T14:15:00Z\",\"LogOutTime\":\"2026-06-02T22:00:00.1234567Z\","
                        + "\"StartMileage\":52310,\"EndMileage\":null,\"Extra\":\"=1+1\"}");
    }

    @Test
    void unmarked_times_meant_in_utc_keep_their_digits() throws RowFault {
        assertThat(read(ZoneId.of("UTC"), List.of("ID", "LogInTime"), ID, "2026-06-02T07:15:00.1234567")
                        .members())
                .containsEntry("LogInTime", "\"2026-06-02T07:15:00.1234567Z\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6/2/2026 7:15 AM | MONTH_FIRST | 2026-06-02T14:15:00Z",
                "6/2/2026, 12:05:30 p.m. | MONTH_FIRST | 2026-06-02T19:05:30Z",
                "06/02/2026 12:05 AM | MONTH_FIRST | 2026-06-02T07:05:00Z",
                "6/2/2026 7:15 | DAY_FIRST | 2026-02-06T15:15:00Z",
                "2.6.2026 07:15 | MONTH_FIRST | 2026-06-02T14:15:00Z",
                "2026-6-2 7:15 PM | MONTH_FIRST | 2026-06-03T02:15:00Z",
                "1/1/0001 12:00:00 AM | MONTH_FIRST | 0001-01-01T00:00:00Z",
            })
    void times_as_people_and_spreadsheets_write_them_are_read(String text, DateOrder dates, String time)
            throws RowFault {
        var columns = List.of("ID", "LogInTime");

        assertThat(read(mapping(columns, SITE, dates), columns, ID, text).members())
                .containsEntry("LogInTime", "\"" + time + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "LogInTime, 2026-03-08 02:30, MISSING_HOUR",
        "LogInTime, 2026-11-01 01:30, REPEATED_HOUR",
        "LogInTime, 2026-02-30 07:15, NO_TIME",
        "LogInTime, 13/2/2026 7:15, NO_TIME",
        "LogInTime, 6/2/2026 13:15 PM, NO_TIME",
        "LogInTime, 6/2/26 7:15, NO_TIME",
        "LogOutTime, 0026-06-02T07:15:00Z, NO_TIME",
        "UserID, Ruiz, NO_ID",
        "Vehicle, 14, NO_ID",
        "StartMileage, 1e99, NO_NUMBER",
        "StartMileage, 99999999999, NO_NUMBER",
        "EndMileage, 12.5, NO_NUMBER",
        "EndMileage, 52.000, DOTTED_NUMBER",
        "EndMileage, -1.052.000, DOTTED_NUMBER",
        "LogInType, Pilot, NO_TYPE",
        "ID, 17, NO_ID",
        "ID, '', ID_MISSING",
        "ID, 00000000-0000-0000-0000-000000000000, ID_MISSING",
    })
    void a_value_that_can_not_be_read_is_named_with_its_reason(String column, String value, Reason reason) {
        boolean ofId = column.equals("ID");

        assertThatThrownBy(() -> read(
                        SITE,
                        ofId ? List.of("ID") : List.of("ID", column),
                        ofId ? new String[] {value} : new String[] {ID, value}))
                .isInstanceOfSatisfying(RowFault.class, fault -> {
                    assertThat(fault.column()).isEqualTo(column);
                    assertThat(fault.reason()).isEqualTo(reason);
                    assertThat(fault.value()).isEqualTo(reason == Reason.ID_MISSING ? "" : value);
                });
    }

    @Test
    void a_json_record_that_needs_no_change_is_taken_letter_by_letter() throws RowFault {
        String record = "{ \"iD\" : \"" + ID + "\",\"LogInType\":2 , \"Extra\": {\"a\":1.50} }";

        assertThat(json(record).text()).isEqualTo(record);
    }

    @Test
    void yes_and_no_are_known_in_their_spellings() throws RowFault {
        var columns = List.of("ID", "FirstName", "IsDriver");

        assertThat(readAs(FileKind.USERS, columns, ID, "Marco", "Yes").members())
                .containsEntry("IsDriver", "true");
        assertThat(readAs(FileKind.USERS, columns, ID, "Marco", "0").members()).containsEntry("IsDriver", "false");
        assertThatThrownBy(() -> readAs(FileKind.USERS, columns, ID, "Marco", "perhaps"))
                .isInstanceOfSatisfying(
                        RowFault.class, fault -> assertThat(fault.reason()).isEqualTo(Reason.NO_YES_OR_NO));
    }

    private GoodRow json(String record) throws RowFault {
        var cells = new LinkedHashMap<String, RawRow.Cell>();
        RecordText.of(record)
                .orElseThrow()
                .members()
                .forEach((name, value) -> cells.put(name, new RawRow.Cell(value.replace("\"", ""), value)));
        var mapping = guess(FileKind.SESSIONS, Format.JSON, List.copyOf(cells.keySet()));
        return new RowReader(mapping, texts).read(new RawRow(1, cells, List.of(), record, null));
    }

    private GoodRow read(@Nullable ZoneId zone, List<String> columns, String... values) throws RowFault {
        return read(mapping(columns, zone, DateOrder.MONTH_FIRST), columns, values);
    }

    private static ColumnMapping mapping(List<String> columns, @Nullable ZoneId zone, DateOrder dates) {
        var guess = guess(FileKind.SESSIONS, Format.CSV, columns);
        return new ColumnMapping(guess.kind(), guess.targets(), zone, dates);
    }

    private static ColumnMapping guess(FileKind kind, Format format, List<String> columns) {
        return MappingGuess.of(kind, new FileShape(format, columns, 1, Map.of(), Map.of(), Set.of()));
    }

    private GoodRow readAs(FileKind kind, List<String> columns, String... values) throws RowFault {
        return read(guess(kind, Format.CSV, columns), columns, values);
    }

    private GoodRow read(ColumnMapping mapping, List<String> columns, String... values) throws RowFault {
        var cells = new LinkedHashMap<String, RawRow.Cell>();
        var each = Arrays.asList(values).iterator();
        columns.forEach(column -> cells.put(column, new RawRow.Cell(each.next(), null)));
        return new RowReader(mapping, texts).read(new RawRow(2, cells, List.of(), null, null));
    }
}
