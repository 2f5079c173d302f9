package org.sessiondesk.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.payout.PaidDay;
import org.sessiondesk.payout.PayExport;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.payout.Renumbered;
import org.sessiondesk.table.Cell;
import org.sessiondesk.table.TableFile;
import org.sessiondesk.table.TableFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** An export's files: the same again whenever they are taken, written piece by piece, however many rows. */
@Service
public class PayExportFiles {

    /** How many rows are read at once, and after how many progress is told. */
    private static final int PIECE = 2_000;

    private final PayExports exports;
    private final Statements statements;
    private final People people;

    PayExportFiles(PayExports exports, Statements statements, People people) {
        this.exports = exports;
        this.statements = statements;
        this.people = people;
    }

    /** What a row of the file is. */
    public enum Rows {
        /** A driver: what payroll pays. */
        DRIVERS,
        /** A driver's day: what it is made up of. */
        DAYS
    }

    /** {@code export-15-drivers.csv}. */
    public static String fileName(long number, Rows rows, TableFormat format) {
        return "export-" + number + "-" + (rows == Rows.DAYS ? "days" : "drivers") + "." + format.ending();
    }

    /**
     * Writes a file to the stream.
     *
     * @throws IllegalArgumentException if there is no such export
     */
    @PreAuthorize(PayExports.MAY_TAKE)
    public void write(long number, Rows rows, TableFormat format, OutputStream out, Progress progress)
            throws IOException {
        var export = exports.find(number).orElseThrow(() -> new IllegalArgumentException("no export " + number));
        statements.taken(Fact.of("payout.exported", Actor.person(SignedIn.now().id()))
                .about(new Subject("pay-export", Long.toString(number)))
                .detail("export", number)
                .detail("format", format.name())
                .detail("per", rows.name()));
        var fields = PayFields.of(format, rows == Rows.DAYS, statements.unit(), export.form());
        try (var file = statements.begin(
                format, "Export no. " + number, about(export), fields, export.at(), export.trail(), out)) {
            var lines = new Lines(file, fields, rows, renumbered(export));
            long after = 0;
            for (var piece = exports.days(number, after, PIECE);
                    !piece.isEmpty();
                    piece = exports.days(number, after, PIECE)) {
                for (var day : piece) {
                    lines.add(day);
                }
                after += piece.size();
                progress.written(after, export.rows());
            }
            lines.end();
            file.end();
        }
    }

    /** By driver; of an export that was made before this was told, none. */
    private Map<UUID, Renumbered> renumbered(PayExport export) {
        return export.form() < PayExport.WITH_NUMBERS
                ? Map.of()
                : exports.renumbered(export).stream()
                        .collect(Collectors.toMap(Renumbered::driverId, Function.identity()));
    }

    private List<String> about(PayExport export) {
        long minutes = export.rounding().step().toMinutes();
        return List.of(
                "Pay period " + Statements.words(export.period())
                        + (export.form() == PayExport.HOURS_ONLY
                                ? ", and late differences of earlier ones"
                                : ", and late differences"),
                "Made by " + people.name(export.by()) + " on " + statements.words(export.at())
                        + (minutes == 1
                                ? "; a day's time to the minute"
                                : "; a day's time to the nearest " + minutes + " minutes")
                        + (exports.roundedOtherwise(export) ? ", of days paid before as it was then" : ""));
    }

    /** Writes days as they come, or one line a driver: they come driver by driver. */
    private static final class Lines {

        private final TableFile file;
        private final List<Field<PayLine>> fields;
        private final Rows rows;
        private final Map<UUID, Renumbered> renumbered;
        private PayLine total = PayLine.NOTHING;
        private PayLine driver = PayLine.NOTHING;
        private @Nullable PaidDay before;

        private Lines(TableFile file, List<Field<PayLine>> fields, Rows rows, Map<UUID, Renumbered> renumbered) {
            this.file = file;
            this.fields = fields;
            this.rows = rows;
            this.renumbered = renumbered;
        }

        void add(PaidDay day) throws IOException {
            var line = PayLine.of(day, renumbered.get(day.driverId()));
            total = total.plus(line);
            if (rows == Rows.DAYS) {
                write(line);
                return;
            }
            if (before != null && !before.driverId().equals(day.driverId())) {
                write(driver);
                driver = PayLine.NOTHING;
            }
            before = day;
            driver = driver.plus(line);
        }

        void end() throws IOException {
            if (before != null) {
                write(driver);
            }
            var sum = new PayLine(
                    null,
                    Cell.of("Total"),
                    null,
                    total.days(),
                    total.asDriver(),
                    total.asDispatcher(),
                    total.now(),
                    total.before(),
                    null,
                    total.withoutDistance(),
                    null);
            file.total(fields.stream().map(field -> field.cell().apply(sum)).toList());
        }

        private void write(PayLine line) throws IOException {
            file.row(fields.stream().map(field -> field.cell().apply(line)).toList());
        }
    }
}
