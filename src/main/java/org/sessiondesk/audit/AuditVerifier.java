package org.sessiondesk.audit;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Recomputes the trail from its rows alone, by the written format ({@code docs/audit-format.md}). */
@Component
public class AuditVerifier {

    /** Told now and then how far the check is. */
    @FunctionalInterface
    public interface Progress {
        void checked(long entries, long of);
    }

    /** Checks the trail as it stands at one moment; what is appended meanwhile is left to the next check. */
    @PreAuthorize("hasAnyRole('AUDITOR', 'ADMINISTRATOR')")
    public Verification verify(Progress progress) {
        throw new UnsupportedOperationException();
    }
}
