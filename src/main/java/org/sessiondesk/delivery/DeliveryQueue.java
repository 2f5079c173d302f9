package org.sessiondesk.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.SessionCorrected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues what a person changed, in the transaction that changed it; the session is locked there already. */
@Component
class DeliveryQueue {

    private final DeliveryRows rows;
    private final DeliveryTasks tasks;
    private final DeliverySettings settings;
    private final InstantSource clock;

    DeliveryQueue(DeliveryRows rows, DeliveryTasks tasks, DeliverySettings settings, InstantSource clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SessionCorrected corrected) {
        var open = rows.lockOpen(corrected.session());
        var waiting = in(open, DeliveryState.WAITING);
        boolean nothing = corrected.nothingToSend() || corrected.kind() == CorrectionKind.WITHDRAW;
        if (nothing && nothingMayHaveArrived(open, corrected.lastKnown() == null)) {
            withdraw(open, corrected.kind());
        } else if (waiting.isPresent()) {
            join(waiting.get(), corrected);
        } else {
            start(open, corrected);
        }
    }

    /** While something may stand in OnTime that the portal doesn't have, equal values still have to be sent. */
    private static boolean nothingMayHaveArrived(List<DeliveryRow> open, boolean creates) {
        return open.stream()
                .noneMatch(row -> row.is(DeliveryState.SENDING)
                        || row.is(DeliveryState.UNCERTAIN)
                        || (row.mayHaveArrived() && (row.is(DeliveryState.WAITING) || !creates)));
    }

    private void withdraw(List<DeliveryRow> open, CorrectionKind kind) {
        boolean givenUp = kind == CorrectionKind.WITHDRAW || kind == CorrectionKind.RESOLVE;
        var reason = givenUp ? DeliveryReason.GIVEN_UP : DeliveryReason.NOTHING_TO_SEND;
        var now = clock.instant();
        open.forEach(row -> rows.withdraw(row, reason, now));
    }

    private void join(DeliveryRow waiting, SessionCorrected corrected) {
        var now = clock.instant();
        var leaves = settings.leaves(now, waiting.firstQueuedAt());
        var next = waiting.nextAttemptAt();
        boolean later = waiting.attempts() > 0 && next != null && next.isAfter(leaves);
        var due = later && next != null ? next : leaves;
        rows.join(waiting, corrected.correction(), now, due);
        wake(due, now);
    }

    private void start(List<DeliveryRow> open, SessionCorrected corrected) {
        var now = clock.instant();
        var decided = open.stream()
                .filter(row -> row.is(DeliveryState.REJECTED) || row.is(DeliveryState.CONFLICT))
                .findFirst();
        decided.ifPresent(row -> rows.withdraw(row, DeliveryReason.REPLACED, now));
        var leaves = settings.leaves(now, now);
        rows.queue(
                corrected.session(),
                corrected.correction(),
                base(corrected, decided.or(() -> in(open, DeliveryState.SENDING))),
                decided.filter(DeliveryRow::mayHaveArrived).isPresent(),
                now,
                leaves);
        wake(leaves, now);
    }

    /** Without grace it leaves at the commit, not at the next poll. */
    private void wake(Instant due, Instant now) {
        if (!due.isAfter(now)) {
            tasks.lookSoon();
        }
    }

    /**
     * What the portal's values started from. A correction that replaces a refused one, or waits behind one that is being
     * sent, builds on its values, so on its base too: what OnTime changed since is for a person to decide, and only
     * RESOLVE and WITHDRAW say that one did. If OnTime takes the one ahead, that gives the base.
     */
    private static @Nullable String base(SessionCorrected corrected, Optional<DeliveryRow> builtOn) {
        if (corrected.kind() == CorrectionKind.RESOLVE || corrected.kind() == CorrectionKind.WITHDRAW) {
            return corrected.lastKnown();
        }
        return builtOn.map(DeliveryRow::baseRecord).orElse(corrected.lastKnown());
    }

    private static Optional<DeliveryRow> in(List<DeliveryRow> rows, DeliveryState state) {
        return rows.stream().filter(row -> row.is(state)).findFirst();
    }
}
