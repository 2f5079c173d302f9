package org.sessiondesk.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sessiondesk.sheet.FormulaGuard;

/** A head line and a line for each row: UTF-8 with a mark, and no text that a spreadsheet would run as a formula. */
final class CsvTable implements TableFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter csv;
    private final CellWords words;

    CsvTable(TableHead head, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        this.csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        this.words = new CellWords(head.zone());
        csv.printRecord(head.columns().stream().map(column -> FormulaGuard.guarded(column.head())));
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (Cell cell : cells) {
            String value = words.bare(cell);
            csv.print(cell instanceof Cell.Text || cell instanceof Cell.Name ? FormulaGuard.guarded(value) : value);
        }
        csv.println();
    }

    @Override
    public void total(List<Cell> cells) {
        // Whoever reads this adds up the rows.
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }

    @Override
    public void close() {
        // What wasn't flushed is no part of a whole table.
    }
}
