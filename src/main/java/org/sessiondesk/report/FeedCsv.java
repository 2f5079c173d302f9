package org.sessiondesk.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A head line and a line for each row: UTF-8 with a mark, nothing where a value is null, and an apostrophe before a text
 * that a spreadsheet would take for a formula.
 */
final class FeedCsv implements FeedWriter {

    private final CSVPrinter csv;

    FeedCsv(List<String> names, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(SessionCsv.BYTE_ORDER_MARK);
        this.csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(names);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        for (Object value : values) {
            csv.print(FeedValue.of(value) instanceof String text ? SessionCsv.text(text) : FeedValue.of(value));
        }
        csv.println();
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
