package org.sessiondesk.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes the trail from its rows alone, by the written format ({@code docs/audit-format.md}). */
@Component
public class AuditVerifier {

    /** Told now and then how far the check is. */
    @FunctionalInterface
    public interface Progress {
        void checked(long entries, long of);
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;

    AuditVerifier(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.oneMoment = new TransactionTemplate(transactions);
        // One snapshot for all batches: head and entries are of the same moment, and writers aren't held up.
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setReadOnly(true);
    }

    /** Checks the trail as it stands at one moment; what is appended meanwhile is left to the next check. */
    @PreAuthorize("hasAnyRole('AUDITOR', 'ADMINISTRATOR')")
    public Verification verify(Progress progress) {
        return oneMoment.execute(_ -> new TrailCheck(new TrailRows(jdbc), progress).run());
    }
}
