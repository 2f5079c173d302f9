package org.sessiondesk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.sheet.FileRefusal.Why;

/** Files that somebody made to do harm, and the everyday ones that only look so. */
class HostileFilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_zip_is_refused_without_being_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("sessions.csv"));
            zip.write(new byte[10 << 20]);
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo(new FileRefusal(Why.PACKED, 0));
    }

    @Test
    void a_gzip_is_refused_without_being_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[10 << 20]);
        }
        assertThat(refusal(bytes.toByteArray()).why()).isEqualTo(Why.PACKED);
    }

    @Test
    void a_workbook_is_called_one() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(new byte[100]);
        }
        assertThat(refusal(bytes.toByteArray()).why()).isEqualTo(Why.WORKBOOK);
    }

    @Test
    void utf_16_is_refused_by_its_mark() throws IOException {
        assertThat(refusal("ID,UserID\n1,2\n".getBytes(StandardCharsets.UTF_16)).why())
                .isEqualTo(Why.WIDE_CHARACTERS);
    }

    @Test
    void utf_16_without_a_mark_is_refused_by_its_nuls() throws IOException {
        assertThat(refusal("ID,UserID\n1,2\n".getBytes(StandardCharsets.UTF_16LE))
                        .why())
                .isEqualTo(Why.NUL);
    }

    @Test
    void windows_1252_is_refused_with_the_line_of_the_first_such_letter() throws IOException {
        assertThat(refusal("ID,Name\n1,Ruiz\n2,Jos\u00e9\n".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(new FileRefusal(Why.NOT_UTF8, 3));
    }

    @Test
    void a_nul_is_refused_with_its_line() throws IOException {
        assertThat(refusal("ID,Name\n1,Ru\0iz\n")).isEqualTo(new FileRefusal(Why.NUL, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID,Name\n1,%s\n", "ID,Name\n1,\"%s\"\n", "[{\"ID\":\"%s\"}]", "{\"ID\":%s}"})
    void a_value_of_a_megabyte_is_refused(String file) throws IOException {
        assertThat(refusal(file.formatted("7".repeat(1 << 20))).why()).isIn(Why.TOO_LONG, Why.NO_JSON);
    }

    @Test
    void a_quotation_mark_that_is_never_closed_does_not_swallow_the_file() throws IOException {
        assertThat(refusal("ID,Name\n1,\"Ruiz\n" + "2,Lee\n".repeat(500_000)).why())
                .isEqualTo(Why.TOO_LONG);
        assertThat(refusal("ID,Name\n1,\"Ruiz\n2,Lee\n").why()).isEqualTo(Why.QUOTES);
        assertThat(refusal("ID,Name\n1,Lee\n2,\"Ruiz\" x\n")).isEqualTo(new FileRefusal(Why.QUOTES, 3));
    }

    @Test
    void json_nested_deeper_than_any_record_is_refused() throws IOException {
        assertThat(refusal("[".repeat(100_000)).why()).isIn(Why.NO_RECORDS, Why.TOO_LONG);
        assertThat(refusal("[{\"a\":" + "[".repeat(100_000)).why()).isEqualTo(Why.TOO_LONG);
    }

    @Test
    void json_that_ends_in_the_midst_is_refused_with_its_line() throws IOException {
        assertThat(refusal("[{\"ID\":\"1\"},\n{\"ID\":")).isEqualTo(new FileRefusal(Why.NO_JSON, 2));
        assertThat(refusal("[{\"ID\":\"1\"}] more").why()).isEqualTo(Why.NO_JSON);
        assertThat(refusal("[{\"ID\":\"1\"},\nnull,nul]")).isEqualTo(new FileRefusal(Why.NO_JSON, 2));
    }

    @Test
    void a_list_without_a_single_record_is_refused_with_the_line_of_what_stands_there() throws IOException {
        assertThat(refusal("[\n1, 2]")).isEqualTo(new FileRefusal(Why.NO_RECORDS, 2));
        assertThat(refusal("[null]").why()).isEqualTo(Why.NO_RECORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "\uFEFF"})
    void nothing_is_refused_as_nothing(String file) throws IOException {
        assertThat(refusal(file).why()).isEqualTo(Why.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID,%s\n1,2\n", "ID,\"%s\"\n1,2\n", "[{\"ID\":1,\"%s\":2}]"})
    void a_name_that_no_column_has_is_refused_before_it_is_on_a_screen(String file) throws IOException {
        assertThat(refusal(file.formatted("x".repeat(501)))).isEqualTo(new FileRefusal(Why.TOO_LONG, 1));
    }

    @Test
    void a_head_line_alone_has_no_rows() throws IOException {
        assertThat(refusal("ID,Name\n").why()).isEqualTo(Why.NO_ROWS);
        assertThat(refusal("[]").why()).isEqualTo(Why.NO_ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8a7b6c5d-0000-4000-8000-000000000001,x\n1,2\n",
                "ID,2026-06-02T07:15:00Z\n1,2\n",
                "ID;6/2/2026 7:15 AM\n1;2\n"
            })
    void values_in_the_place_of_a_head_line_are_refused(String file) throws IOException {
        assertThat(refusal(file)).isEqualTo(new FileRefusal(Why.NO_HEAD, 1));
    }

    @Test
    void several_lists_in_one_object_are_refused() throws IOException {
        assertThat(refusal("{\"a\":[{\"x\":1}],\"b\":[{\"x\":1}]}").why()).isEqualTo(Why.SEVERAL_LISTS);
    }

    @Test
    void a_value_is_cut_between_two_characters_and_halves_of_one_are_replaced() {
        assertThat(ShownText.cut("ab\uD83D\uDE9A", 3)).isEqualTo("ab\uD83D\uDE9A");
        assertThat(ShownText.cut("ab\uD83D\uDE9Ac", 3)).isEqualTo("ab\uD83D\uDE9A…");
        assertThat(ShownText.cut("a\uD83Db", 3)).isEqualTo("a\uFFFDb");
    }

    @Test
    void two_columns_of_one_name_are_refused() throws IOException {
        assertThat(refusal("ID,Name,id\n1,2,3\n")).isEqualTo(new FileRefusal(Why.COLUMN_TWICE, 1, "id"));
        assertThat(refusal("a" + ",b".repeat(300) + "\n").why()).isIn(Why.TOO_MANY_COLUMNS, Why.COLUMN_TWICE);
    }

    private FileRefusal refusal(String text) throws IOException {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private FileRefusal refusal(byte[] bytes) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        var refused = new FileRefusal[1];
        assertThatThrownBy(() -> FileInspection.of(file, rows -> {}))
                .isInstanceOfSatisfying(FileRefused.class, thrown -> refused[0] = thrown.refusal());
        return refused[0];
    }
}
