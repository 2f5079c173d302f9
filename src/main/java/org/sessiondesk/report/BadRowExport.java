package org.sessiondesk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sessiondesk.account.Role;
import org.sessiondesk.filing.BadRow;
import org.sessiondesk.filing.Filings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The records of a person's file that can't be taken in, as a CSV to mend and bring again. */
@Service
public class BadRowExport {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Filings filings;

    BadRowExport(Filings filings) {
        this.filings = filings;
    }

    /**
     * Writes line, field, reason and the record's values. A text that a spreadsheet would take for a formula gets an
     * apostrophe before it.
     *
     * @param head the names of the first three columns. With a blank in them they aren't taken for a record's members
     * @param columns of the file
     * @param words a reason as people read it
     */
    @PreAuthorize(Role.MAY_CORRECT)
    public void write(List<String> head, List<String> columns, Function<BadRow, String> words, OutputStream out)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            var names = new ArrayList<>(head);
            names.addAll(columns);
            csv.printRecord(names.stream().map(SessionCsv::text));
            filings.eachBadRow(row -> {
                var cells = new ArrayList<String>();
                cells.add(Long.toString(row.line()));
                cells.add(row.column());
                cells.add(words.apply(row));
                cells.addAll(row.cells());
                print(csv, cells);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void print(CSVPrinter csv, List<String> cells) {
        try {
            csv.printRecord(cells.stream().map(SessionCsv::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
