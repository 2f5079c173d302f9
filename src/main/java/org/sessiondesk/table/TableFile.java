package org.sessiondesk.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table that is being written. Closed without an end it is none: it must not be taken for a whole one. */
public interface TableFile extends AutoCloseable {

    /** The next row: a value for each column. */
    void row(List<Cell> cells) throws IOException;

    /** The sum of the rows, where people read it: a program that adds up would count everything twice. */
    void total(List<Cell> cells) throws IOException;

    /** There are no more rows. */
    void end() throws IOException;

    /** Frees what writing took. The stream stays open: it is the caller's. */
    @Override
    void close() throws IOException;

    /** Begins a table. */
    static TableFile of(TableFormat format, TableHead head, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvTable(head, out);
            case XLSX -> new XlsxTable(head, out);
            case PDF -> new PdfTable(head, out);
        };
    }
}
