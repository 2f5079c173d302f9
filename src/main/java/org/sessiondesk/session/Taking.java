package org.sessiondesk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.SignedDays.LateChange;
import org.sessiondesk.session.SignedDays.Settled;
import org.springframework.context.ApplicationEventPublisher;

/** What one call of a reading adds up, and then tells. */
final class Taking {

    final Fact cause;
    /** Whose days are settled. */
    final Settled settled;

    final List<LateChange> late = new ArrayList<>();
    /** Known ones that are as OnTime has them. */
    final List<UUID> asInOnTime = new ArrayList<>();

    final List<UUID> added = new ArrayList<>();
    final List<UUID> changed = new ArrayList<>();
    final List<UUID> held = new ArrayList<>();
    final List<UUID> refreshed = new ArrayList<>();
    final List<UUID> back = new ArrayList<>();
    final List<UUID> dropped = new ArrayList<>();
    final List<UserSession> candidates = new ArrayList<>();
    final Moves moves = new Moves();
    final List<ReadDifference> differences = new ArrayList<>();
    int same;
    private final List<Map<String, @Nullable Object>> facts = new ArrayList<>();

    Taking(Fact cause, Settled settled) {
        this.cause = cause;
        this.settled = settled;
    }

    /** Whether what comes for it has to wait for a person; what is in no total has not. */
    boolean isLate(UUID ontimeId, SessionRow row) {
        return settled.late().contains(ontimeId)
                && (row.inLine() != null || settled.signed().contains(ontimeId));
    }

    void late(UUID session, SignedDays.Kind kind, SessionValues before, SessionValues theirs) {
        late.add(new LateChange(session, kind, before, theirs));
    }

    void note(UUID session, List<FieldChange> changes) {
        facts.addAll(ReadingFacts.taken(session, changes));
    }

    void noteHeld(UUID session, List<FieldChange> changes) {
        held.add(session);
        facts.addAll(ReadingFacts.held(session, changes));
    }

    void tell(AuditTrail trail, ApplicationEventPublisher events, LiveNews news) {
        var touched = new ArrayList<>(added);
        touched.addAll(changed);
        var about = new ArrayList<>(touched);
        about.addAll(held);
        if (!about.isEmpty()) {
            trail.record(ReadingFacts.fact(cause, about, added.size(), changed.size(), held.size(), facts));
        }
        if (!back.isEmpty()) {
            trail.record(ReadingFacts.reappeared(back));
        }
        if (!touched.isEmpty()) {
            events.publishEvent(new SessionsTaken(List.copyOf(added), List.copyOf(changed)));
        }
        moves.tell(events);
        if (!candidates.isEmpty()) {
            events.publishEvent(new CandidatesRead(List.copyOf(candidates)));
        }
        touched.addAll(refreshed);
        if (!touched.isEmpty()) {
            news.tell(new News(News.Topic.SESSION, touched));
        }
    }

    SessionIntake.TakeReport report() {
        var candidateIds = candidates.stream()
                .map(record -> Objects.requireNonNull(record.id()))
                .toList();
        return new SessionIntake.TakeReport(added.size(), changed.size(), same, dropped, candidateIds, differences);
    }
}
