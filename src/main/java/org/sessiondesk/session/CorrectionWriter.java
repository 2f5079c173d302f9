package org.sessiondesk.session;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionPlan.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes allowed changes: the session, the correction, the fact for the trail, and the event that queues a delivery. */
@Component
class CorrectionWriter {

    private final EntityManager entities;
    private final Sessions sessions;
    private final Corrections corrections;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final UserSessionText texts;
    private final InstantSource clock;

    CorrectionWriter(
            EntityManager entities,
            Sessions sessions,
            Corrections corrections,
            JdbcClient jdbc,
            AuditTrail trail,
            ApplicationEventPublisher events,
            UserSessionText texts,
            InstantSource clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.corrections = corrections;
        this.jdbc = jdbc;
        this.trail = trail;
        this.events = events;
        this.texts = texts;
        this.clock = clock;
    }

    List<Saved> write(List<Change> changes, UUID person, @Nullable UUID batch) {
        var saved = new ArrayList<Saved>();
        var corrected = new ArrayList<SessionCorrected>();
        var moves = new Moves();
        for (var change : changes) {
            var before = change.row() == null ? null : change.row().values();
            long versionBefore = change.row() == null ? 0 : change.row().version();
            var inLine = change.row() == null ? null : change.row().inLine();
            var row = applied(change);
            moves.add(row, inLine);
            var correction = corrections.save(new CorrectionRow(
                    row.id(),
                    change.kind(),
                    batch,
                    takenBackBy(CorrectionKind.UNDO, change),
                    takenBackBy(CorrectionKind.REVERT, change),
                    change.request(),
                    versionBefore,
                    row.version(),
                    person,
                    clock.instant(),
                    change.reason(),
                    fieldChanges(before, change)));
            trail.record(fact(change, row, correction, versionBefore, person, batch));
            if (change.kind().ofValues()) {
                corrected.add(new SessionCorrected(
                        row.id(),
                        correction.id(),
                        change.kind(),
                        row.version(),
                        row.ontimeRecord(),
                        change.discard() || nothingToSend(row)));
            }
            saved.add(new Saved(row.id(), correction.id(), row.version()));
        }
        // What listens writes by plain SQL and refers to these rows.
        entities.flush();
        for (int i = 0; i < changes.size(); i++) {
            keepNote(saved.get(i).correction(), changes.get(i).note());
        }
        corrected.forEach(events::publishEvent);
        moves.tell(events);
        return saved;
    }

    private SessionRow applied(Change change) {
        if (change.row() == null) {
            return sessions.save(SessionRow.addedByOffice(change.after()));
        }
        change.row().change(change.after());
        change.row().markEdited(change.edited());
        if (change.discard()) {
            change.row().discard();
        }
        if (change.kind() == CorrectionKind.LEAVE_OUT) {
            change.row().leaveOut(clock.instant());
        } else if (change.kind() == CorrectionKind.COUNT_AGAIN) {
            change.row().countAgain();
        }
        return change.row();
    }

    private static List<FieldChange> fieldChanges(@Nullable SessionValues before, Change change) {
        var from = Objects.requireNonNullElse(before, SessionValues.NONE);
        return FieldChange.between(from, change.after(), from.differences(change.after()));
    }

    private static @Nullable UUID takenBackBy(CorrectionKind kind, Change change) {
        return change.takenBack() == null || change.kind() != kind
                ? null
                : change.takenBack().id();
    }

    private boolean nothingToSend(SessionRow row) {
        var lastKnown = row.lastKnown(texts);
        return lastKnown != null
                && lastKnown.values().differences(row.values().toWire()).isEmpty();
    }

    private void keepNote(UUID correction, @Nullable String note) {
        if (note != null && !note.isBlank()) {
            jdbc.sql("insert into correction_note (correction_id, note) values (?, ?)")
                    .params(correction, note.strip())
                    .update();
        }
    }

    private static Fact fact(
            Change change,
            SessionRow row,
            CorrectionRow correction,
            long versionBefore,
            UUID person,
            @Nullable UUID batch) {
        return Fact.of("session." + verb(change.kind()), Actor.person(person))
                .about("session", row.id())
                .detail("correction", correction.id())
                .detail("batch", batch)
                .detail("undoes", takenBackBy(CorrectionKind.UNDO, change))
                .detail("reverts", takenBackBy(CorrectionKind.REVERT, change))
                .detail(
                        "reason",
                        change.reason() == null ? null : change.reason().name())
                .detail("versionBefore", versionBefore)
                .detail("versionAfter", row.version())
                .detail("discarded", row.discarded())
                .detail("changes", correction.changes())
                .text("note", change.note() == null ? null : change.note().strip());
    }

    private static String verb(CorrectionKind kind) {
        return switch (kind) {
            case CORRECT -> "corrected";
            case CREATE -> "added";
            case UNDO -> "undone";
            case REVERT -> "reverted";
            case RESOLVE -> "resolved";
            case WITHDRAW -> "withdrawn";
            case LEAVE_OUT -> "left-out";
            case COUNT_AGAIN -> "counted-again";
        };
    }
}
