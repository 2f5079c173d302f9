package org.sessiondesk.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** Appends facts to the trail. */
@Component
public class AuditTrail {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private final TrailWriter writer;
    private final EntityManagerFactory entityManagers;
    private final SingletonSupplier<Origin> origin;

    AuditTrail(TrailWriter writer, EntityManagerFactory entityManagers, ObjectProvider<Origin> origin) {
        this.writer = writer;
        this.entityManagers = entityManagers;
        // Looked up once: a look-up in the context at each fact is dearer than the fact.
        this.origin = SingletonSupplier.ofNullable(origin::getIfAvailable);
    }

    /**
     * Adds the fact to the current transaction; it is written right before the commit, in commit order, and not at all
     * when the transaction rolls back.
     *
     * @throws IllegalStateException if there is no active transaction, or its facts are already written
     */
    public void record(Fact fact) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("a fact belongs to the transaction that makes it true: there is none");
        }
        pending().add(withOrigin(fact));
    }

    /** Now, while the request is at hand: a background thread answers nobody. */
    private Fact withOrigin(Fact fact) {
        Origin here = fact.actor() instanceof Actor.Person ? origin.get() : null;
        return here == null || fact.texts().containsKey(Origin.TEXT)
                ? fact
                : fact.text(Origin.TEXT, here.address().orElse(null));
    }

    /** A transaction has its own synchronisations, also while another is suspended around it. */
    private PendingFacts pending() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof PendingFacts pending && pending.belongsTo(this)) {
                return pending;
            }
        }
        PendingFacts pending = new PendingFacts();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** The facts of one transaction. */
    private final class PendingFacts implements TransactionSynchronization {

        private final List<Fact> facts = new ArrayList<>();
        private boolean written;

        boolean belongsTo(AuditTrail trail) {
            return AuditTrail.this == trail;
        }

        void add(Fact fact) {
            if (written) {
                throw new IllegalStateException("the facts of this transaction are already written: " + fact.action());
            }
            facts.add(fact);
        }

        /** Last, because the head's lock is the last in the lock order and everybody else's writing waits for it. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            // Hibernate would flush after this, at the commit: its row locks would come after the head's.
            EntityManager rows = EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagers);
            if (rows != null) {
                rows.flush();
            }
            written = true;
            writer.append(facts);
        }

        @Override
        public void afterCompletion(int status) {
            // Only a fact first recorded by another synchronisation during the commit itself can come here.
            if (status == STATUS_COMMITTED && !written) {
                log.error("{} facts came too late for the trail and are missing in it", facts.size());
            }
        }
    }
}
