package org.sessiondesk.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.Locked;
import org.sessiondesk.session.CorrectionOutcome.Stale;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
import org.sessiondesk.session.CorrectionPlan.Refusal;
import org.sessiondesk.session.DeliveryStanding.Situation;
import org.springframework.stereotype.Component;

/** What a plan has to know of a session beside its values: where its delivery is, what OnTime has, whether its day is settled. */
@Component
class Circumstances {

    private final List<CorrectionVeto> vetoes;
    private final DeliveryStanding standing;
    private final UserSessionText texts;

    Circumstances(List<CorrectionVeto> vetoes, DeliveryStanding standing, UserSessionText texts) {
        this.vetoes = vetoes;
        this.standing = standing;
        this.texts = texts;
    }

    Situation situation(SessionRow row) {
        return standing.of(List.of(row.id()))
                .getOrDefault(row.id(), DeliveryStanding.Standing.NONE)
                .situation();
    }

    /** What keeps a session from changing; null for one to be added. */
    Optional<CorrectionPlan> veto(@Nullable UUID session, SessionValues before, SessionValues after) {
        return vetoes.stream()
                .flatMap(veto -> veto.against(session, before, after).stream())
                .findFirst()
                .map(by -> new Refusal(new Locked(by)));
    }

    @Nullable
    UserSession lastKnown(SessionRow row) {
        return row.lastKnown(texts);
    }

    /** Values that will be sent, so in whole seconds; what OnTime has already keeps its fraction. */
    SessionValues sendable(SessionValues values, SessionRow row) {
        var whole = values.inWholeSeconds(EnumSet.allOf(SessionField.class));
        var theirs = whole.equals(values) ? null : lastKnown(row);
        return theirs == null ? whole : values.inWholeSeconds(values.differences(SessionValues.of(theirs)));
    }

    /** Once all of ours is taken back, what OnTime changed meanwhile stands: nothing is left that contradicts it. */
    SessionValues orTheirs(SessionRow row, SessionValues restored) {
        var theirs = lastKnown(row);
        var base = standing.startedFrom(row.id());
        return theirs != null
                        && base.isPresent()
                        && base.get().values().differences(restored.toWire()).isEmpty()
                ? SessionValues.of(theirs).unlessOnlyUnrecorded(restored)
                : restored;
    }

    /** Whether these values of OnTime's aren't the first that it had; of a session that the office added they are. */
    boolean differsFromFirstReading(SessionRow row, SessionValues values) {
        var first = row.asFirstRead();
        return first != null && !first.differences(values).isEmpty();
    }

    Refusal stale(SessionRow row) {
        return new Refusal(new Stale(row.toSession(texts)));
    }

    Refusal tooLate(SessionRow row) {
        return new Refusal(new TooLate(row.toSession(texts)));
    }
}
