package org.sessiondesk.audit;

import org.springframework.stereotype.Component;

/** Appends facts to the trail. */
@Component
public class AuditTrail {

    /**
     * Adds the fact to the current transaction; it is written right before the commit, in commit order, and not at all
     * when the transaction rolls back.
     *
     * @throws IllegalStateException if there is no active transaction, or its facts are already written
     */
    public void record(Fact fact) {
        throw new UnsupportedOperationException(fact.action());
    }
}
