package org.sessiondesk.finding;

import org.sessiondesk.finding.check.DueSessions;
import org.sessiondesk.finding.check.RecheckLoop;
import org.sessiondesk.session.SessionsMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes what moved due, in the transaction that moved it. */
@Component
class MovedSessions {

    private final DueSessions due;
    private final RecheckLoop loop;

    MovedSessions(DueSessions due, RecheckLoop loop) {
        this.due = due;
        this.loop = loop;
    }

    @EventListener
    void on(SessionsMoved moved) {
        due.put(moved.moves());
        soon();
    }

    /** Once the current transaction has committed. */
    void soon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                loop.wake();
            }
        });
    }
}
