package org.sessiondesk.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook: a sheet with the rows below a head line that stays in sight, another one where a sheet is full, and a last one
 * that says what they are. Rows wait in a packed file beside the process, never in its memory.
 */
final class XlsxTable implements TableFile {

    /** What spreadsheets can hold on one sheet, the head line included. */
    static final int MOST_ROWS = 1_048_576;

    /** Spreadsheets cut a longer text, or call the file broken. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH_OF_A_LETTER = 256;
    private static final int WIDTH_OF_WORDS = 100;
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final TableHead head;
    private final OutputStream out;
    private final SXSSFWorkbook book;
    private final XlsxStyles styles;
    private SXSSFSheet sheet;
    private int rows;
    private int sheets;

    XlsxTable(TableHead head, OutputStream out) {
        this.head = head;
        this.out = out;
        var whole = new XSSFWorkbook();
        var properties = whole.getProperties().getCoreProperties();
        properties.setTitle(head.title());
        properties.setCreator("Session Desk");
        properties.setCreated(Optional.of(Date.from(head.at())));
        this.book = new SXSSFWorkbook(whole, ROWS_IN_MEMORY, true);
        // Not every reader knows files of more than 4 GB, and this never is one.
        book.setZip64Mode(Zip64Mode.AsNeeded);
        this.styles = new XlsxStyles(book);
        this.sheet = begin();
    }

    private SXSSFSheet begin() {
        sheets++;
        var begun = book.createSheet(sheets == 1 ? "Rows" : "Rows " + sheets);
        var first = begun.createRow(0);
        for (int n = 0; n < head.columns().size(); n++) {
            var column = head.columns().get(n);
            begun.setColumnWidth(n, (column.width() + 2) * WIDTH_OF_A_LETTER);
            var cell = first.createCell(n);
            cell.setCellValue(column.head());
            cell.setCellStyle(column.figures() ? styles.headOfFigures() : styles.head());
        }
        begun.createFreezePane(0, 1);
        begun.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        begun.getPrintSetup().setLandscape(true);
        begun.setFitToPage(true);
        begun.getPrintSetup().setFitHeight((short) 0);
        rows = 1;
        return begun;
    }

    @Override
    public void row(List<Cell> cells) {
        if (rows == MOST_ROWS) {
            sheet = begin();
        }
        var row = sheet.createRow(rows++);
        for (int n = 0; n < cells.size(); n++) {
            write(row, n, cells.get(n));
        }
    }

    private void write(Row row, int column, Cell cell) {
        if (cell instanceof Cell.Text(String text) && text.isEmpty()) {
            return;
        }
        var place = row.createCell(column);
        switch (cell) {
            case Cell.Text(String text) -> place.setCellValue(fitting(text));
            case Cell.Name(String text, String _) -> place.setCellValue(fitting(text));
            case Cell.NotRecorded(String words) -> {
                place.setCellValue(words);
                place.setCellStyle(styles.quiet());
            }
            case Cell.Day(var day) -> {
                place.setCellValue(DateUtil.getExcelDate(day));
                place.setCellStyle(styles.day());
            }
            case Cell.Moment(var at) -> {
                place.setCellValue(DateUtil.getExcelDate(at.atZone(head.zone()).toLocalDateTime()));
                place.setCellStyle(CellWords.toTheMinute(at) ? styles.moment() : styles.momentToTheSecond());
            }
            case Cell.Time(var length) -> {
                place.setCellValue(length.toSeconds() / SECONDS_A_DAY);
                place.setCellStyle(styles.duration());
            }
            case Cell.Number(var value) -> {
                place.setCellValue(value.doubleValue());
                place.setCellStyle(value.scale() > 0 ? styles.decimal() : styles.whole());
            }
        }
    }

    @Override
    public void total(List<Cell> cells) {
        // Whoever adds up a column would count everything twice.
    }

    @Override
    public void end() throws IOException {
        Sheet about = book.createSheet("About");
        about.setColumnWidth(0, WIDTH_OF_WORDS * WIDTH_OF_A_LETTER);
        int line = 0;
        var title = about.createRow(line++).createCell(0);
        title.setCellValue(fitting(head.title()));
        title.setCellStyle(styles.head());
        for (String words : head.about()) {
            about.createRow(line++).createCell(0).setCellValue(fitting(words));
        }
        about.createRow(line).createCell(0).setCellValue(fitting(head.foot()));
        book.write(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
