package org.sessiondesk.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sessiondesk.filing.BadRow;
import org.sessiondesk.filing.BadRowColumns;

/**
 * Bad rows of a CSV. One with too few or too many values has as many here, so that it isn't taken for a good one when it
 * comes back.
 */
final class BadRowCsv implements BadRowWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> columns;
    private final CSVPrinter csv;

    BadRowCsv(Writer out, List<String> columns) throws IOException {
        this.columns = columns;
        out.write(BYTE_ORDER_MARK);
        this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
        var head = new ArrayList<>(BadRowColumns.NAMES);
        head.addAll(BadRowColumns.without(columns));
        print(head);
    }

    @Override
    public void write(BadRow row, String reason) throws IOException {
        var cells = new ArrayList<>(List.of(Long.toString(row.line()), row.column(), reason));
        for (int n = 0; n < row.cells().size(); n++) {
            // What stood before a row that comes back was about the last time.
            if (n >= columns.size() || !BadRowColumns.isOne(columns.get(n))) {
                cells.add(row.cells().get(n));
            }
        }
        print(cells);
    }

    private void print(List<String> cells) throws IOException {
        csv.printRecord(cells.stream().map(SessionCsv::text));
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}
