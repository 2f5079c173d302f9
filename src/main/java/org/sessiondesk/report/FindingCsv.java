package org.sessiondesk.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sessiondesk.worklist.ListedFinding;

/**
 * Findings as CSV, in the form of {@link SessionCsv}: whose session, what is wrong, and what was probably meant. Field, seen
 * and suggested are in OnTime's own names and form, as programs read them.
 */
final class FindingCsv implements AutoCloseable {

    private final LocalTime local;
    private final CSVPrinter printer;

    FindingCsv(OutputStream out, ZoneId zone) throws IOException {
        this.local = new LocalTime(zone);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(SessionCsv.BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(
                "Driver",
                "Vehicle",
                "Log in",
                "Problem",
                "Severity",
                "Field",
                "Seen",
                "Suggested",
                "Confidence",
                "OnTime ID",
                "Session ID");
    }

    void write(ListedFinding row) {
        var finding = row.finding();
        try {
            printer.printRecord(
                    SessionCsv.text(row.driver()),
                    SessionCsv.text(row.vehicle()),
                    local.text(row.logIn()),
                    finding.rule(),
                    finding.severity(),
                    finding.field().wireName(),
                    FeedValue.of(finding.seen()),
                    FeedValue.of(finding.suggested()),
                    finding.suggested() == null ? null : finding.confidence(),
                    finding.session(),
                    row.session());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
