package org.sessiondesk.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Reads the trail for people, newest first. Facts of {@code account.…} and the addresses people worked from are shown
 * to administrators and auditors only.
 */
@Component
@PreAuthorize("hasAnyRole('SUPERVISOR', 'PAYROLL', 'AUDITOR', 'ADMINISTRATOR')")
public class AuditQueries {

    /** The most entries of one page. */
    public static final int LARGEST_PAGE = 200;

    /**
     * The newest entries that fit the filter.
     *
     * @param beforePosition the position of the last entry of the page before this one; null for the first page
     * @param limit at most {@link #LARGEST_PAGE}
     */
    public List<TrailEntry> page(TrailFilter filter, @Nullable Long beforePosition, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The newest entries about one record. */
    public List<TrailEntry> history(Subject subject, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Every action the reader may see that occurs in the trail, in order of the alphabet. */
    public List<String> actions() {
        throw new UnsupportedOperationException();
    }
}
