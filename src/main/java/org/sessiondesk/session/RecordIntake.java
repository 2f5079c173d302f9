package org.sessiondesk.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.DeliveryStanding.Standing;
import org.springframework.stereotype.Component;

/** Takes one record in: what of it follows, what waits for whom. What comes of it is added up in the {@link Taking}. */
@Component
class RecordIntake {

    private final Sessions sessions;
    private final ChangesInOnTime changesInOnTime;
    private final OwnLateValues ownLateValues;
    private final UserSessionText texts;
    private final InstantSource clock;

    RecordIntake(
            Sessions sessions,
            ChangesInOnTime changesInOnTime,
            OwnLateValues ownLateValues,
            UserSessionText texts,
            InstantSource clock) {
        this.sessions = sessions;
        this.changesInOnTime = changesInOnTime;
        this.ownLateValues = ownLateValues;
        this.texts = texts;
        this.clock = clock;
    }

    /** One that wasn't known by its ID. */
    void takeNew(UserSession record, Taking taking) {
        var row = sessions.save(SessionRow.firstRead(record, clock.instant()));
        taking.added.add(row.id());
        if (taking.isLate(idOf(record), row)) {
            taking.late(row.id(), SignedDays.Kind.NEW, SessionValues.NONE, row.values());
        }
        taking.moves.add(row, null);
        taking.note(
                row.id(),
                FieldChange.between(SessionValues.NONE, row.values(), SessionValues.NONE.differences(row.values())));
    }

    /**
     * One that is known, and hasn't moved on since it was asked for.
     *
     * @param standing of its delivery: while that is open the session's own values stay
     */
    void takeKnown(UserSession record, SessionRow row, Standing standing, Taking taking) {
        boolean ofOnTime = taking.cause.actor() instanceof Actor.OnTime;
        boolean back = row.vanished() && ofOnTime;
        var inLine = row.inLine();
        boolean newToUs = back || !record.text().equals(row.ontimeRecord());
        if (back) {
            row.reappear();
            taking.back.add(row.id());
        }
        var held = standing.open() ? changesInOnTime.of(row, record) : List.<FieldChange>of();
        row.readAgain(record, row.lastKnown(texts), clock.instant());
        var before = row.values();
        var theirs = SessionValues.of(record).unlessOnlyUnrecorded(before);
        var differing = before.differences(theirs);
        boolean oursLanded =
                ofOnTime && !standing.open() && !differing.isEmpty() && ownLateValues.sendNewestAgain(row.id(), record);
        boolean late = taking.isLate(idOf(record), row);
        boolean waits = standing.open() || oursLanded;
        boolean follows = !waits && !late;
        if (!differing.isEmpty()) {
            var why = why(waits, !held.isEmpty(), late);
            taking.differences.add(new ReadDifference(idOf(record), row.id(), why, differing));
        }
        var changed = follows ? row.change(theirs) : Set.<SessionField>of();
        taking.moves.add(row, inLine);
        if (!changed.isEmpty()) {
            taking.changed.add(row.id());
            taking.note(row.id(), FieldChange.between(before, row.values(), changed));
        } else {
            taking.same++;
            if (newToUs) {
                taking.refreshed.add(row.id());
            }
        }
        if (!held.isEmpty()) {
            taking.noteHeld(row.id(), held);
        }
        if (late && back && !taking.settled.signed().contains(idOf(record))) {
            taking.late(row.id(), SignedDays.Kind.NEW, SessionValues.NONE, waits ? before : theirs);
        } else if (late && !waits && !differing.isEmpty()) {
            taking.late(row.id(), SignedDays.Kind.CHANGED, before, theirs);
        } else if (differing.isEmpty() || !changed.isEmpty()) {
            taking.asInOnTime.add(row.id());
        }
    }

    /** @throws IllegalArgumentException if it has none */
    static UUID idOf(UserSession record) {
        var id = record.id();
        if (id == null) {
            throw new IllegalArgumentException("a record without ID was read");
        }
        return id;
    }

    private static ReadDifference.Why why(boolean oursWaits, boolean changedThere, boolean settled) {
        if (!oursWaits) {
            return settled ? ReadDifference.Why.DAY_SETTLED : ReadDifference.Why.CHANGED_IN_ONTIME;
        }
        return changedThere ? ReadDifference.Why.CHANGED_WHILE_OURS_WAITS : ReadDifference.Why.OURS_WAITS;
    }
}
