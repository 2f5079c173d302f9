package org.sessiondesk.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.payout.PaidDay;
import org.sessiondesk.payout.PaidDay.Pay;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.payout.Renumbered;
import org.sessiondesk.statement.Field.Where;
import org.sessiondesk.table.Cell;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What of settled days isn't as it was settled: not as OnTime has it, not as signed, not as paid. */
@Service
public class LateDifferences {

    /** Nobody reads more; there are a few in a month. */
    public static final int MOST = 10_000;

    private final LateSessions sessions;
    private final PayExports exports;
    private final Statements statements;
    private final AuditQueries history;
    private final InstantSource clock;

    LateDifferences(
            LateSessions sessions,
            PayExports exports,
            Statements statements,
            AuditQueries history,
            InstantSource clock) {
        this.sessions = sessions;
        this.exports = exports;
        this.statements = statements;
        this.history = history;
        this.clock = clock;
    }

    /** {@code late-differences-2026-06-01-2026-06-14.pdf}. */
    public static String fileName(PayPeriod days, TableFormat format) {
        return "late-differences-" + days.first() + "-" + days.last() + "." + format.ending();
    }

    /** Those about sessions of some days, by day. */
    @PreAuthorize(PayExports.MAY_TAKE)
    public List<LateDifference> ofSessions(PayPeriod days, int limit) {
        return sessions.of(days, limit);
    }

    /** The same of what isn't paid as it is signed: {@link org.sessiondesk.payout.Due#late}. */
    @PreAuthorize(PayExports.MAY_TAKE)
    public List<LateDifference> ofPay(List<PaidDay> unpaid) {
        return unpaid.stream().map(this::unpaid).toList();
    }

    /** The same of payroll numbers: {@link org.sessiondesk.payout.Due#renumbered}. */
    @PreAuthorize(PayExports.MAY_TAKE)
    public List<LateDifference> ofNumbers(List<Renumbered> renumbered) {
        return renumbered.stream()
                .map(one -> new LateDifference(
                        LateKind.RENUMBERED,
                        one.driverName(),
                        one.day(),
                        null,
                        null,
                        null,
                        "no. " + one.export() + ": " + one.before(),
                        one.now()))
                .toList();
    }

    /** Writes them to the stream. */
    @PreAuthorize(PayExports.MAY_TAKE)
    public void write(PayPeriod days, TableFormat format, StatementWords words, OutputStream out, Progress progress)
            throws IOException {
        statements.taken(
                Fact.of("late-differences.exported", Actor.person(SignedIn.now().id()))
                        .detail("format", format.name())
                        .detail("from", days.first().toString())
                        .detail("to", days.last().toString()));
        var late = new ArrayList<>(sessions.of(days, MOST + 1));
        var due = exports.due(days, MOST + 1);
        var unpaid = due.late();
        boolean more = late.size() > MOST || unpaid.size() > MOST;
        late.addAll(ofPay(unpaid));
        late.addAll(ofNumbers(due.renumbered()));
        var fields = fields(format, words);
        var now = clock.instant();
        var about = List.of(
                "Days from " + Statements.words(days) + ", and whatever is not paid as it is signed",
                (more ? "Only the first " : "")
                        + (late.size() == 1 ? "1 difference" : String.format(Locale.US, "%,d differences", late.size()))
                        + ", as of "
                        + statements.words(now));
        try (var file = statements.begin(format, "Late differences", about, fields, now, history.end(), out)) {
            for (var one : late) {
                file.row(fields.stream().map(field -> field.cell().apply(one)).toList());
            }
            progress.written(late.size(), late.size());
            file.end();
        }
    }

    private static List<Field<LateDifference>> fields(TableFormat format, StatementWords words) {
        return Field.in(
                format,
                Field.words("Driver", 20, row -> Cell.of(row.driver())),
                Field.words("Day", 14, row -> Cell.of(row.day())),
                Field.words("What", 30, row -> Cell.of(words.late(row.kind()))),
                Field.words("Vehicle", 9, row -> Cell.of(row.vehicle())),
                Field.words("Session of", 16, row -> Cell.of(row.logIn())),
                Field.words("Settled as", 28, row -> Cell.of(row.settled())),
                Field.words("Is now", 28, row -> Cell.of(row.now())),
                Field.<LateDifference>words(
                                "Session ID",
                                36,
                                row -> row.session() == null
                                        ? Cell.EMPTY
                                        : Cell.of(row.session().toString()))
                        .only(Where.DATA));
    }

    private LateDifference unpaid(PaidDay day) {
        return new LateDifference(
                LateKind.NOT_AS_PAID,
                day.driverName(),
                day.day(),
                null,
                null,
                null,
                day.exportBefore() == null ? "not paid" : "no. " + day.exportBefore() + ": " + words(day.before()),
                words(day.now()));
    }

    private String words(Pay pay) {
        return pay.driver().plus(pay.dispatcher()).decimal().toPlainString() + " h, "
                + (pay.distance() == null
                        ? "distance " + PayFields.NOT_RECORDED
                        : String.format(Locale.US, "%,d %s", pay.distance(), statements.unit()));
    }
}
