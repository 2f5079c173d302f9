package org.sessiondesk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TableFilesTest {

    private static final List<Column> COLUMNS = List.of(
            Column.words("Driver", 24),
            Column.words("Day", 16),
            Column.words("Signed", 18),
            Column.figures("Driver time", 10),
            Column.figures("Hours", 8),
            Column.figures("Distance (mi)", 12));

    private static final List<Cell> ROW = List.of(
            Cell.of("Łukasz Ñandú, Müller"),
            Cell.of(LocalDate.parse("2026-06-02")),
            Cell.of(Instant.parse("2026-06-03T01:10:20Z")),
            Cell.of(Duration.ofMinutes(31 * 60 + 5)),
            Cell.of(new BigDecimal("31.10")),
            Cell.of(1234));

    @Test
    void a_csv_is_plain_and_no_text_of_it_is_a_formula() throws IOException {
        var odd = List.of(
                Cell.of("=1+1"),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.of(Duration.ofMinutes(5)),
                Cell.of(new BigDecimal("-0.25")),
                new Cell.NotRecorded("not recorded"));

        String csv = new String(file(TableFormat.CSV, List.of(ROW, odd)), StandardCharsets.UTF_8);

        assertThat(csv)
                .isEqualTo("\uFEFFDriver,Day,Signed,Driver time,Hours,Distance (mi)\r\n"
                        + "\"Łukasz Ñandú, Müller\",2026-06-02,2026-06-02 18:10:20-07:00,31:05,31.10,1234\r\n"
                        + "'=1+1,,,0:05,-0.25,\r\n");
    }

    @Test
    void a_workbook_has_dates_durations_and_numbers_below_a_head_that_stays() throws IOException, XMLStreamException {
        var book = Workbook.read(file(TableFormat.XLSX, List.of(ROW)));

        var row = book.sheet(1).get(1);
        assertThat(row.at("A")).isEqualTo(new Workbook.Cell("Łukasz Ñandú, Müller", "General", false));
        // Spreadsheets count days from the end of 1899.
        assertThat(row.at("B")).isEqualTo(new Workbook.Cell("46175.0", "yyyy-mm-dd", true));
        assertThat(Double.parseDouble(row.at("C").value())).isCloseTo(46175.75717, within(0.00001));
        assertThat(row.at("C").form()).isEqualTo("yyyy-mm-dd hh:mm:ss");
        assertThat(Double.parseDouble(row.at("D").value()) * 24).isCloseTo(31 + 5 / 60d, within(0.0000001));
        assertThat(row.at("D").form()).isEqualTo("[h]:mm");
        assertThat(row.at("E")).isEqualTo(new Workbook.Cell("31.1", "#,##0.00", true));
        assertThat(row.at("F")).isEqualTo(new Workbook.Cell("1234.0", "#,##0", true));
        assertThat(book.part("xl/worksheets/sheet1.xml"))
                .contains("ySplit=\"1.0\"")
                .contains("state=\"frozen\"");
        assertThat(book.sheet(2)).extracting(about -> about.at("A").value()).contains("Export no. 15", "Foot");
    }

    @Test
    void what_nobody_recorded_is_no_number_in_a_workbook_and_a_text_never_a_formula()
            throws IOException, XMLStreamException {
        List<Cell> odd = List.of(
                Cell.of("=1+1"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, new Cell.NotRecorded("not recorded"));

        var row = Workbook.read(file(TableFormat.XLSX, List.of(odd))).sheet(1).get(1);

        assertThat(row.cells()).containsOnlyKeys("A", "F");
        assertThat(row.at("A").value()).isEqualTo("=1+1");
        assertThat(row.cells().values()).noneMatch(Workbook.Cell::number);
    }

    @Test
    void every_page_of_a_pdf_has_the_head_line_its_number_of_all_and_the_foot() throws IOException {
        var rows = Collections.nCopies(100, ROW);

        try (PDDocument pdf = Loader.loadPDF(file(TableFormat.PDF, rows))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page)).contains("Driver time", "Page " + page + " of " + pages, "Foot");
            }
            assertThat(text(pdf, 1)).contains("Export no. 15", "1 to 15 June", "Tue 2 Jun 2026", "31:05", "1,234");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Export no. 15");
        }
    }

    @Test
    void a_pdf_shows_names_of_many_languages_in_letters_that_it_brings_along() throws IOException {
        var rows =
                List.of("Łukasz Ñandú", "Jürgen Groß", "Ελένη Παπαδοπούλου", "Дмитрий Шостакович", "Nguyễn 王").stream()
                        .map(name -> List.<Cell>of(
                                Cell.of(name),
                                Cell.EMPTY,
                                Cell.EMPTY,
                                Cell.EMPTY,
                                Cell.EMPTY,
                                new Cell.NotRecorded("–")))
                        .toList();

        try (PDDocument pdf = Loader.loadPDF(file(TableFormat.PDF, rows))) {
            assertThat(text(pdf, 1))
                    .contains("Łukasz Ñandú", "Jürgen Groß", "Ελένη Παπαδοπούλου", "Дмитрий Шостакович", "Nguyễn □");
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void a_name_of_which_a_pdf_has_no_letter_stands_with_its_id() throws IOException {
        var rows = List.of(named("王秀英"), named("Nguyễn 王"));

        try (PDDocument pdf = Loader.loadPDF(file(TableFormat.PDF, rows))) {
            assertThat(text(pdf, 1))
                    .contains("□□□ 01a22780")
                    .contains("Nguyễn □")
                    .doesNotContain("□ 02b");
        }
        assertThat(new String(file(TableFormat.CSV, rows), StandardCharsets.UTF_8))
                .contains("\r\n王秀英,");
    }

    private static List<Cell> named(String name) {
        var id = UUID.fromString((name.startsWith("N") ? "02b" : "01a") + "22780-ea1d-4ad9-8196-2e87e92ef431");
        return List.of(Cell.named(name, id), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);
    }

    @Test
    void a_text_too_long_for_its_column_goes_on_below() throws IOException {
        List<Cell> row = List.of(
                Cell.of("A note that somebody wrote at length about what happened that day in the yard"),
                Cell.of(LocalDate.parse("2026-06-02")),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY);

        try (PDDocument pdf = Loader.loadPDF(file(TableFormat.PDF, List.of(row)))) {
            assertThat(text(pdf, 1).lines()).contains("happened that day in the yard");
        }
    }

    @Test
    void a_title_wider_than_the_page_goes_on_below_and_seconds_are_shown_where_there_are_any() throws IOException {
        var title = "Corrections with reasons of the drivers of a depot " + "with a very long name ".repeat(4) + "end";
        try (PDDocument pdf = Loader.loadPDF(file(TableFormat.PDF, List.of(ROW), title))) {
            assertThat(text(pdf, 1).lines().filter(line -> line.contains("very long name")))
                    .hasSize(2)
                    .last()
                    .asString()
                    .endsWith("end");
            assertThat(text(pdf, 1)).contains("18:10:20");
        }
    }

    @Test
    void the_same_table_is_the_same_file_but_for_the_marks_that_a_pdf_gives_itself() throws IOException {
        assertThat(file(TableFormat.CSV, List.of(ROW))).isEqualTo(file(TableFormat.CSV, List.of(ROW)));
        assertThat(unmarked(file(TableFormat.PDF, List.of(ROW))))
                .isEqualTo(unmarked(file(TableFormat.PDF, List.of(ROW))));
    }

    private static String unmarked(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).replaceAll("/ID \\[[^]]*]|[A-Z]{6}[+]", "");
    }

    @Test
    void a_time_less_than_none_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.of(Duration.ofMinutes(-1)));
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(pdf);
    }

    private static byte[] file(TableFormat format, List<? extends List<Cell>> rows) throws IOException {
        return file(format, rows, "Export no. 15");
    }

    private static byte[] file(TableFormat format, List<? extends List<Cell>> rows, String title) throws IOException {
        var out = new ByteArrayOutputStream();
        var head = new TableHead(
                title,
                List.of("1 to 15 June"),
                "Foot",
                COLUMNS,
                Instant.parse("2026-06-16T09:00:00Z"),
                ZoneId.of("America/Los_Angeles"),
                TableHead.Paper.LETTER);
        try (var file = TableFile.of(format, head, out)) {
            for (var row : rows) {
                file.row(List.copyOf(row));
            }
            file.end();
        }
        return out.toByteArray();
    }
}
