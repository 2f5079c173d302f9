package org.sessiondesk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.sheet.FileShape.Format;
import org.sessiondesk.sheet.FileShape.Unmarked;

class RowSourceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void a_csv_says_by_its_head_line_what_parts_its_values(String delimiter) throws IOException {
        var rows = rows(Format.CSV, "\uFEFFID,Name,Note\r\n1,\"Ruiz\",x\r\n".replace(",", delimiter));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.cells().sequencedKeySet()).containsExactly("ID", "Name", "Note");
            assertThat(cell(row, "Name").text()).isEqualTo("Ruiz");
        });
    }

    @Test
    void a_row_knows_its_line_with_empty_lines_and_line_breaks_inside_values_before_it() throws IOException {
        var rows = rows(Format.CSV, "ID,Note\n1,\"a\nb\"\n\n\n2,c\n");

        assertThat(rows).extracting(RawRow::line).containsExactly(2L, 6L);
        assertThat(cell(rows.getFirst(), "Note").text()).isEqualTo("a\nb");
    }

    @Test
    void a_formula_is_a_text() throws IOException {
        assertThat(rows(Format.CSV, "ID,Name\n1,\"=HYPERLINK(\"\"http://x\"\")\"\n"))
                .singleElement()
                .satisfies(row -> assertThat(cell(row, "Name").text()).isEqualTo("=HYPERLINK(\"http://x\")"));
    }

    @Test
    void more_or_fewer_values_than_columns_make_a_bad_row_and_no_bad_file() throws IOException {
        assertThat(rows(Format.CSV, "ID,Name\n1\n2,a,b\n3,c\n"))
                .extracting(RawRow::fault)
                .containsExactly(RawRow.Fault.CELLS, RawRow.Fault.CELLS, null);
    }

    @Test
    void blank_rows_and_blank_cells_that_a_spreadsheet_adds_are_nothing() throws IOException {
        var rows = rows(Format.CSV, "ID;Name;;\n1;Ruiz;;\n;;;\n2;Lee;;;\n");

        assertThat(rows).extracting(RawRow::fault).containsExactly(null, null);
        assertThat(rows.getFirst().cells().sequencedKeySet()).containsExactly("ID", "Name");
        assertThat(rows.getLast().line()).isEqualTo(4);
    }

    @Test
    void values_past_the_last_column_are_kept_with_their_bad_row() throws IOException {
        assertThat(rows(Format.CSV, "ID,Start,End\n1,52,310,52,398\n"))
                .singleElement()
                .satisfies(row -> assertThat(row.surplus()).containsExactly("52", "398"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_what_stands_most_often_in_the_head_line(String delimiter) throws IOException {
        String file = "ID#\"Name,;|\"#StartMileage\n1#\"a,b;c|d\"#5\n".replace("#", delimiter);
        assertThat(rows(Format.CSV, file))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.cells().sequencedKeySet()).containsExactly("ID", "Name,;|", "StartMileage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "\"sep=;\"\r\n", "\nSEP=;\n"})
    void a_delimiter_said_in_the_first_line_is_the_delimiter(String said) throws IOException {
        assertThat(rows(Format.CSV, said + "ID;a,b,c\n1;x\n")).singleElement().satisfies(row -> {
            assertThat(row.cells().sequencedKeySet()).containsExactly("ID", "a,b,c");
            assertThat(row.line()).isEqualTo(said.startsWith("\n") ? 4 : 3);
        });
    }

    @Test
    void the_apostrophe_before_a_text_like_a_formula_comes_off() throws IOException {
        assertThat(rows(Format.CSV, "ID,'=Name\n1,'=1+1\n2,''=1\n3,'x\n4,'-5\n"))
                .extracting(row -> cell(row, "=Name").text())
                .containsExactly("=1+1", "'=1", "'x", "-5");
        assertThat(Stream.of("=1+1", "'=1", "'x", "-5", "x")
                        .map(FormulaGuard::guarded)
                        .map(FormulaGuard::unguarded))
                .containsExactly("=1+1", "'=1", "'x", "-5", "x");
        assertThat(Stream.of("\n=1", "＝1", "＋1", "－1", "＠a", "@a", "\t=1"))
                .as("that some spreadsheets run, too")
                .allSatisfy(text -> {
                    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
                    assertThat(FormulaGuard.unguarded("'" + text)).isEqualTo(text);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":2,\"value\":[%s,\n%s],\"next\":null}",
                "{\"value\":[%s,\n%s]}",
                "{\"at\":{\"x\":[1]},\"none\":[],\"of\":[1],\"value\" : [ %s\n,%s ] }"
            })
    void a_list_inside_one_object_is_the_list(String file) throws IOException {
        String record = "{ \"ID\" : \"A\" , \"At\":1.50}";

        var rows = rows(Format.JSON, file.formatted(record, "{\"ID\":null}"));

        assertThat(rows).extracting(RawRow::record).containsExactly(record, "{\"ID\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"legs\":[{\"a\":1}]}", "{\"a\":[{\"b\":1}]}\n{\"a\":[{\"b\":2}]}"})
    void an_object_with_an_ID_or_one_after_another_is_a_record_whatever_lists_are_in_it(String file)
            throws IOException {
        assertThat(rows(Format.JSON, file).getFirst().record())
                .isEqualTo(file.lines().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,\n%s]", "%s\n%s\n", " [ %s , \n %s ] "})
    void json_is_a_list_or_objects_one_after_another_each_as_it_stands(String file) throws IOException {
        String record = "{ \"ID\" : \"A\" , \"At\":1.50,\"More\":{\"x\":[1, 2]}}";

        var rows = rows(Format.JSON, file.formatted(record, "{\"ID\":null}"));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().record()).isEqualTo(record);
        assertThat(cell(rows.getFirst(), "At").json()).isEqualTo("1.50");
        assertThat(cell(rows.getFirst(), "More").text()).isEqualTo("{\"x\":[1, 2]}");
        assertThat(cell(rows.getLast(), "ID").text()).isEmpty();
        assertThat(rows.getLast().line()).isEqualTo(2);
    }

    @Test
    void a_json_record_that_names_a_member_twice_is_a_bad_row() throws IOException {
        assertThat(rows(Format.JSON, "[{\"ID\":1,\"id\":2}]"))
                .extracting(RawRow::fault)
                .containsExactly(RawRow.Fault.NO_RECORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%1$s,\nnull,\n5,-1.50,true,\"a \\\"b\",[ 1, {} ],\n%1$s]",
                "{\"value\":[%1$s,\nnull,\n5,-1.50,true,\"a \\\"b\",[ 1, {} ],\n%1$s]}",
                "%1$s\nnull\n5 -1.50 true \"a \\\"b\" [ 1, {} ]\n%1$s\n"
            })
    void what_is_no_object_among_json_records_is_a_bad_row_each_as_it_stands(String file) throws IOException {
        var rows = rows(Format.JSON, file.formatted("{\"ID\":1}"));

        assertThat(rows)
                .extracting(RawRow::record)
                .containsExactly("{\"ID\":1}", "null", "5", "-1.50", "true", "\"a \\\"b\"", "[ 1, {} ]", "{\"ID\":1}");
        assertThat(rows).extracting(RawRow::line).containsExactly(1L, 2L, 3L, 3L, 3L, 3L, 3L, 4L);
        assertThat(rows.subList(1, 7)).extracting(RawRow::fault).containsOnly(RawRow.Fault.NO_OBJECT);
        assertThat(rows.getLast().fault()).isNull();
    }

    @Test
    void the_first_look_says_which_columns_hold_IDs_anywhere() throws IOException {
        Path file = file("ID,UserID,Driver,Vehicle\nx,{8a7b6c5d-0000-4000-8000-000000000001},Lee,\n"
                + "8A7B6C5D000040008000000000000002,y,8a7b6c5d,\n");

        assertThat(FileInspection.of(file, rows -> {}).ids()).containsExactlyInAnyOrder("ID", "UserID");
    }

    @Test
    void the_first_look_says_columns_samples_and_which_times_are_unmarked() throws IOException {
        Path file = file("[{\"ID\":\"1\",\"LogInTime\":\"2026-06-02T07:15:00\"},"
                + "{\"id\":\"2\",\"LogInTime\":\"2026-06-02T07:15:00Z\",\"More\":\"\"},"
                + "{\"LogInTime\":\"0001-01-01T00:00:00\"}]");

        var shape = FileInspection.of(file, rows -> {});

        assertThat(shape.columns()).containsExactly("ID", "LogInTime", "More");
        assertThat(shape.rows()).isEqualTo(3);
        assertThat(shape.unmarked()).containsOnlyKeys("LogInTime").containsValue(new Unmarked(1, 0, 0, 0));
        assertThat(shape.samples()).containsEntry("ID", "1").doesNotContainKey("More");
    }

    private List<RawRow> rows(Format format, String text) throws IOException {
        var all = new ArrayList<RawRow>();
        try (var source = RowSource.of(format, file(text))) {
            for (var row = source.next(); row != null; row = source.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private static RawRow.Cell cell(RawRow row, String column) {
        return Objects.requireNonNull(row.cells().get(column));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }
}
