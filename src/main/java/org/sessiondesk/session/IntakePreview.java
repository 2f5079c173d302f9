package org.sessiondesk.session;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.DeliveryStanding.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a reading would find: looked up through the same door and by the same rules as {@link SessionIntake}, and nothing
 * written. Not for people: it carries no right.
 */
@Service
public class IntakePreview {

    private final Sessions sessions;
    private final DeliveryStanding standing;
    private final OwnCreates ownCreates;
    private final UserSessionText texts;

    IntakePreview(Sessions sessions, DeliveryStanding standing, OwnCreates ownCreates, UserSessionText texts) {
        this.sessions = sessions;
        this.standing = standing;
        this.ownCreates = ownCreates;
        this.texts = texts;
    }

    /**
     * A session that is known, as it stands now.
     *
     * @param seen to hand to {@link SessionIntake#take}
     * @param open whether a delivery of it is open: then its values are not a reading's to change
     * @param lastKnown OnTime's newest record of it
     */
    public record Known(
            SessionIntake.Seen seen,
            boolean open,
            SessionValues values,
            @Nullable UserSession lastKnown) {

        /** Whether something of it was sent to OnTime before: a person corrected it here. */
        public boolean corrected() {
            return seen.newestAttempt() > Standing.NONE.newestAttempt();
        }

        /** Whether taking this record in would change a value. */
        public boolean differs(UserSession record) {
            return !values.differences(SessionValues.of(record).unlessOnlyUnrecorded(values))
                    .isEmpty();
        }
    }

    /** The sessions of these OnTime IDs; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Known> known(Collection<UUID> ontimeIds) {
        if (ontimeIds.isEmpty()) {
            return Map.of();
        }
        var rows = sessions.findByOntimeIdIn(ontimeIds);
        var standings = standing.of(rows.stream().map(SessionRow::id).toList());
        return rows.stream().collect(Collectors.toMap(row -> Objects.requireNonNull(row.ontimeId()), row -> {
            var stands = standings.getOrDefault(row.id(), Standing.NONE);
            return new Known(SessionIntake.Seen.of(row, stands), stands.open(), row.values(), row.lastKnown(texts));
        }));
    }

    /** Of records not known yet the IDs of those that may be an unsettled create of ours: no reading takes them in. */
    @Transactional(readOnly = true)
    public Set<UUID> mayBeOurs(Collection<UserSession> records) {
        return ownCreates.among(records);
    }
}
