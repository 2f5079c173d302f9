package org.sessiondesk.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.statement.CorrectionRows.Piece;
import org.sessiondesk.statement.Field.Where;
import org.sessiondesk.table.Cell;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What people corrected in some days, field by field, and why: by when it was corrected, not by the session's day. */
@Service
public class CorrectionReport {

    private static final int PIECE = 500;

    private final CorrectionRows rows;
    private final Statements statements;
    private final AuditQueries history;
    private final InstantSource clock;

    CorrectionReport(CorrectionRows rows, Statements statements, AuditQueries history, InstantSource clock) {
        this.rows = rows;
        this.statements = statements;
        this.history = history;
        this.clock = clock;
    }

    /** {@code corrections-2026-06-01-2026-06-14.pdf}. */
    public static String fileName(PayPeriod days, TableFormat format) {
        return "corrections-" + days.first() + "-" + days.last() + "." + format.ending();
    }

    /** Writes them to the stream, the earliest first. */
    @PreAuthorize(Role.MAY_VIEW)
    public void write(PayPeriod days, TableFormat format, StatementWords words, OutputStream out, Progress progress)
            throws IOException {
        statements.taken(
                Fact.of("corrections.exported", Actor.person(SignedIn.now().id()))
                        .detail("format", format.name())
                        .detail("from", days.first().toString())
                        .detail("to", days.last().toString()));
        var zone = statements.site().zone();
        var from = days.first().atStartOfDay(zone).toInstant();
        var to = days.last().plusDays(1).atStartOfDay(zone).toInstant();
        var fields = fields(format, words);
        var now = clock.instant();
        long count = rows.count(from, to);
        var about = List.of(
                "Made from " + Statements.words(days),
                (count == 1 ? "1 correction" : String.format("%,d corrections", count)) + ", as of "
                        + statements.words(now));
        try (var file = statements.begin(format, "Corrections with reasons", about, fields, now, history.end(), out)) {
            long written = 0;
            for (var piece = rows.after(Piece.from(from), to, PIECE, words);
                    piece.corrections() > 0;
                    piece = rows.after(piece, to, PIECE, words)) {
                for (var correction : piece.fields()) {
                    file.row(fields.stream()
                            .map(field -> field.cell().apply(correction))
                            .toList());
                }
                written += piece.corrections();
                progress.written(written, count);
            }
            file.end();
        }
    }

    private static List<Field<Correction>> fields(TableFormat format, StatementWords words) {
        return Field.in(
                format,
                Field.<Correction>words("Corrected", 16, row -> Cell.of(row.at().truncatedTo(ChronoUnit.MINUTES)))
                        .only(Where.PAPER),
                Field.<Correction>words("Corrected", 16, row -> Cell.of(row.at()))
                        .only(Where.DATA),
                Field.words("By", 12, row -> Cell.of(row.person())),
                Field.words("Driver", 18, Correction::driver),
                Field.words("Vehicle", 9, Correction::vehicle),
                Field.words("Session of", 16, row -> Cell.of(row.logIn())),
                Field.words("What", 13, row -> Cell.of(words.kind(row.kind()))),
                Field.words("Field", 11, row -> row.field() == null ? Cell.EMPTY : Cell.of(words.field(row.field()))),
                Field.words("Before", 16, Correction::before),
                Field.words("After", 16, Correction::after),
                Field.words(
                        "Reason", 14, row -> row.reason() == null ? Cell.EMPTY : Cell.of(words.reason(row.reason()))),
                Field.words("Note", 22, row -> Cell.of(row.note())),
                Field.<Correction>words(
                                "Session ID", 36, row -> Cell.of(row.session().toString()))
                        .only(Where.DATA),
                Field.<Correction>words(
                                "Correction ID", 36, row -> Cell.of(row.id().toString()))
                        .only(Where.DATA));
    }
}
