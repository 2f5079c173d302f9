package org.sessiondesk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionSort;
import org.sessiondesk.worklist.Worklist;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A list of sessions as CSV: exactly its rows in its order, however many. Who took it away stands in the trail. */
@Service
public class SessionExport {

    private final Worklist worklist;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    SessionExport(Worklist worklist, AuditTrail trail, TransactionTemplate transactions) {
        this.worklist = worklist;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * Writes the list to the stream, row by row.
     *
     * @param unit the site's unit of distance, for the head line
     * @return how many sessions
     */
    @PreAuthorize(Role.MAY_VIEW)
    public long write(SessionFilter filter, SessionSort sort, ZoneId zone, String unit, OutputStream out)
            throws IOException {
        transactions.executeWithoutResult(_ -> trail.record(exported("session.exported", filter)));
        var rows = new AtomicLong();
        try (var csv = new SessionCsv(out, zone, unit)) {
            worklist.each(filter, sort, line -> {
                csv.write(line);
                rows.incrementAndGet();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows.get();
    }

    static Fact exported(String action, SessionFilter filter) {
        var finding = filter.finding();
        return Fact.of(action, Actor.person(SignedIn.now().id()))
                .detail("format", "CSV")
                .detail("from", filter.from())
                .detail("to", filter.to())
                .detail("driver", filter.driver())
                .detail("vehicle", filter.vehicle())
                .detail("type", filter.type())
                .detail("sent", filter.sent())
                .detail("mark", filter.mark())
                .detail("finding", finding == null ? null : finding.rule() == null ? finding.which() : finding.rule())
                .text("search", filter.text());
    }
}
