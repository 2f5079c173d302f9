package org.sessiondesk.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.FormulaGuard;
import org.sessiondesk.worklist.SessionLine;

/**
 * Sessions as CSV: UTF-8 with a mark, so that spreadsheets read names right; times in the site's zone with its offset,
 * and in UTC. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class SessionCsv implements AutoCloseable {

    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LocalTime local;
    private final CSVPrinter printer;

    SessionCsv(OutputStream out, ZoneId zone, String unit) throws IOException {
        this.local = new LocalTime(zone);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(
                "Driver",
                "Vehicle",
                "Type",
                "Log in",
                "Log out",
                "Duration (min)",
                "Start mileage",
                "End mileage",
                "Distance (" + unit + ")",
                "Mark",
                "Sent to OnTime",
                "Edited",
                "Added by office",
                "Log in (UTC)",
                "Log out (UTC)",
                "Driver OnTime ID",
                "Vehicle OnTime ID",
                "OnTime ID",
                "Session ID",
                "Vanished from OnTime",
                "Left out of totals");
    }

    void write(SessionLine line) {
        try {
            printer.printRecord(
                    text(line.driver()),
                    text(line.vehicle()),
                    line.type().wireName(),
                    local.text(line.logIn()),
                    local.text(line.logOut()),
                    minutes(line),
                    line.startMileage(),
                    line.endMileage(),
                    line.distance(),
                    line.mark(),
                    line.sent(),
                    line.edited() ? "yes" : "no",
                    line.addedByOffice() ? "yes" : "no",
                    utc(line.logIn()),
                    utc(line.logOut()),
                    line.driverId(),
                    line.vehicleId(),
                    line.ontimeId(),
                    line.id(),
                    line.vanished() ? "yes" : "no",
                    line.leftOut() ? "yes" : "no");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : FormulaGuard.guarded(text);
    }

    /** With its fraction, of which OnTime may know: brought back as a file it is the same. */
    private static @Nullable String utc(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static @Nullable Long minutes(SessionLine line) {
        return line.logIn() == null || line.logOut() == null
                ? null
                : Duration.between(line.logIn(), line.logOut()).toMinutes();
    }
}
