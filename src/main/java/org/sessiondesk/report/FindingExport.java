package org.sessiondesk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.WholeLists;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What is wrong with the sessions of a list as CSV, however much. Who took it away stands in the trail. */
@Service
public class FindingExport {

    private final WholeLists lists;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    FindingExport(WholeLists lists, AuditTrail trail, TransactionTemplate transactions) {
        this.lists = lists;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Writes the findings of the list's sessions to the stream, row by row. */
    @PreAuthorize(Role.MAY_VIEW)
    public void write(SessionFilter filter, ZoneId zone, OutputStream out) throws IOException {
        transactions.executeWithoutResult(_ -> trail.record(SessionExport.exported("finding.exported", filter)));
        try (var csv = new FindingCsv(out, zone)) {
            lists.findings(filter, csv::write);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
