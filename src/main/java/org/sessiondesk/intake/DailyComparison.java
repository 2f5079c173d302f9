package org.sessiondesk.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.intake.Batch.Fetched;
import org.sessiondesk.intake.ComparedDay.Finding;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.session.ReadDifference;
import org.sessiondesk.session.SessionField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every session of the window once a day, as far as the calls of a day go: what is left comes on the next one. A session
 * read after a pass began, whatever for, is compared already.
 */
@Component
class DailyComparison {

    private final ComparisonQueue queue;
    private final ReadingLedger ledger;
    private final ComparisonRows rows;
    private final AuditTrail trail;

    DailyComparison(ComparisonQueue queue, ReadingLedger ledger, ComparisonRows rows, AuditTrail trail) {
        this.queue = queue;
        this.ledger = ledger;
        this.rows = rows;
        this.trail = trail;
    }

    /** Begins a day: the next part of a pass that isn't through, or a new pass. */
    @Transactional
    void begin(Instant window, @Nullable Limits limits, Instant now) {
        rows.underWay().ifPresent(day -> end(day, now));
        int budget = ComparisonBudget.of(limits, now);
        var last = rows.newest();
        int due = queue.due();
        // What never answers stays due, and mustn't keep the next pass from beginning.
        var day = last.filter(before -> queue.leftToChoose(before.windowFrom(), before.passStartedAt()))
                .map(before -> before.next(before.total() - left(before), budget, now))
                .orElseGet(() -> ComparedDay.first(window, queue.uncompared(window, now), budget, now));
        queue.choose(day.windowFrom(), day.passStartedAt(), budget - due, now);
        rows.begin(day);
        ledger.readingWindow(now);
    }

    /** Ends the day if nothing of it is due any more; true if it did. */
    @Transactional
    boolean endIfThrough(Instant now) {
        var day = rows.underWay();
        if (day.isEmpty() || queue.due() > 0) {
            return false;
        }
        end(day.get(), now);
        return true;
    }

    private void end(ComparedDay day, Instant now) {
        int left = left(day);
        rows.end(day.id(), left, now);
        trail.record(Fact.of("reading.compared", Actor.system())
                .detail("compared", day.compared())
                .detail("same", day.same())
                .detail("differ", day.differ())
                .detail("vanished", day.vanished())
                .detail("unreadable", day.unreadable())
                .detail("left", left));
    }

    private int left(ComparedDay day) {
        return queue.uncompared(day.windowFrom(), day.passStartedAt());
    }

    /**
     * Counts those of a batch that were due to be compared, before they are crossed off.
     *
     * @param vanished the sessions of those that OnTime hasn't any more, by OnTime ID
     * @param again those that are read again before they count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(
            List<Fetched> batch,
            List<ReadDifference> differences,
            Map<UUID, UUID> vanished,
            Set<UUID> again,
            Instant now) {
        var compared = queue.due(batch.stream()
                .filter(one -> one.due().kind() == ReadingKind.SESSIONS)
                .map(one -> one.due().id())
                .toList());
        if (compared.isEmpty()) {
            return;
        }
        var byId = differences.stream().collect(Collectors.toMap(ReadDifference::ontimeId, difference -> difference));
        var found = new ArrayList<Finding>();
        int same = 0;
        for (var one : batch) {
            var id = one.due().id();
            if (!compared.contains(id) || again.contains(id)) {
                continue;
            }
            var difference = byId.get(id);
            switch (one.answer()) {
                case ReadAnswer.Found<?> _ when difference != null -> found.add(differs(difference));
                case ReadAnswer.Found<?> _ -> same++;
                case ReadAnswer.NotThere<?> _ -> found.add(notThere(id, vanished.get(id)));
                case ReadAnswer.Malformed<?> _ -> found.add(new Finding(id, null, ComparedDay.What.UNREADABLE, ""));
                // It stays due.
                case ReadAnswer.TryLater<?> _ -> {}
                case ReadAnswer.Forbidden<?> _ -> {}
                case ReadAnswer.NotAuthorised<?> _ -> {}
                case ReadAnswer.LimitReached<?> _ -> {}
            }
        }
        rows.count(same, found, now);
    }

    private static Finding differs(ReadDifference difference) {
        return new Finding(
                difference.ontimeId(),
                difference.session(),
                switch (difference.why()) {
                    case CHANGED_IN_ONTIME -> ComparedDay.What.CHANGED_IN_ONTIME;
                    case OURS_WAITS -> ComparedDay.What.OURS_WAITS;
                    case CHANGED_WHILE_OURS_WAITS -> ComparedDay.What.CHANGED_WHILE_OURS_WAITS;
                    case DAY_SETTLED -> ComparedDay.What.DAY_SETTLED;
                },
                difference.fields().stream().sorted().map(SessionField::name).collect(Collectors.joining(" ")));
    }

    /** One that a list still names, or of which nothing was ever taken in, isn't vanished. */
    private static Finding notThere(UUID id, @Nullable UUID session) {
        return new Finding(id, session, session == null ? ComparedDay.What.UNREADABLE : ComparedDay.What.VANISHED, "");
    }
}
