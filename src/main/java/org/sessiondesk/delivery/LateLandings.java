package org.sessiondesk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.OwnLateValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells our own old values in OnTime from somebody's change there: they are what a try sent that nothing was ever heard
 * of, its sender dead or its request given up, or that OnTime failed at by its own words. It may land long after newer
 * values were taken. The values of a version count once, so that whoever sets those in OnTime on purpose is overwritten
 * once at most, and asked then.
 */
@Component
class LateLandings implements OwnLateValues {

    /** What hasn't landed by then never will: no connection and no queue on the way lives that long. */
    static final Duration LANDS_WITHIN = Duration.ofDays(7);

    private final AttemptRows attempts;
    private final DeliveryRows deliveries;
    private final DeliveryTasks tasks;
    private final UserSessionText texts;
    private final AuditTrail trail;
    private final InstantSource clock;

    LateLandings(
            AttemptRows attempts,
            DeliveryRows deliveries,
            DeliveryTasks tasks,
            UserSessionText texts,
            AuditTrail trail,
            InstantSource clock) {
        this.attempts = attempts;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.texts = texts;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public boolean sendNewestAgain(UUID session, UserSession found) {
        var now = clock.instant();
        var landed = landed(session, found, now);
        landed.ifPresent(_ -> {
            deliveries.queueAgain(deliveries.newestOf(session), found.text(), now);
            tasks.put(session, now);
        });
        return landed.isPresent();
    }

    /** Whether what was read before an update is no more than that; the update goes on then. */
    @Transactional
    public boolean explains(Attempt attempt, UserSession found) {
        return landed(attempt.session(), found, clock.instant()).isPresent();
    }

    /**
     * What earlier tries sent without an answer was read before an update: their arrival is known, and explains nothing
     * that comes later. Of this attempt's own version its outcome says so. One statement, so that it commits by itself.
     */
    public void arrived(Attempt attempt, UserSession found) {
        var versions = attempt.unanswered().stream()
                .filter(sent -> sent.version() != attempt.version())
                .filter(sent -> sent.values().differences(found.values()).isEmpty())
                .map(Comparison.Sent::version)
                .toList();
        if (!versions.isEmpty()) {
            attempts.landed(attempt.session(), versions, false, clock.instant());
        }
    }

    private Optional<AttemptRows.Landing> landed(UUID session, UserSession found, Instant now) {
        var landed = attempts.landings(session, now.minus(LANDS_WITHIN)).stream()
                .filter(attempt -> texts.read(attempt.body()) instanceof UserSessionText.Reading.Read(UserSession sent)
                        && sent.values().differences(found.values()).isEmpty())
                .findFirst();
        landed.ifPresent(attempt -> {
            attempts.landed(session, Set.of(attempt.version()), true, now);
            trail.record(Fact.of("delivery.late", Actor.onTime())
                    .about("session", session)
                    .about("delivery", attempt.delivery())
                    .detail("attempt", attempt.number())
                    .detail("version", attempt.version())
                    .detail("ontimeId", found.id())
                    .detail("then", LateAnswers.Then.FOUND_IN_ONTIME));
        });
        return landed;
    }
}
