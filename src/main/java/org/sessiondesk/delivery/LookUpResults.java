package org.sessiondesk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.DriverSessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a look-up for an uncertain create came to. Locks as {@link Results}. */
@Component
class LookUpResults {

    /** By default some minutes, first to last. */
    private static final int MOST_FAILED = 5;

    /** A look-up that failed waits as a delivery does after so many failures. */
    private static final int RETRY = 3;

    /** Once a person may decide, too. A look may take as many calls as the driver has sessions that aren't here. */
    private static final Duration GOES_ON_EVERY = Duration.ofMinutes(10);

    private final DriverSessions sessions;
    private final DeliveryRows deliveries;
    private final OnTimeIds ids;
    private final Results results;
    private final LateAnswers late;
    private final DeliverySettings settings;
    private final Gate gate;
    private final LiveNews news;
    private final InstantSource clock;

    LookUpResults(
            DriverSessions sessions,
            DeliveryRows deliveries,
            OnTimeIds ids,
            Results results,
            LateAnswers late,
            DeliverySettings settings,
            Gate gate,
            LiveNews news,
            InstantSource clock) {
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.ids = ids;
        this.results = results;
        this.late = late;
        this.settings = settings;
        this.gate = gate;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What a look-up for an uncertain create found; nothing is written if it was settled meanwhile.
     *
     * @param incomplete why there may be more; null if all was looked at
     */
    @Transactional
    public void lookedUp(Work.Find find, List<UserSession> found, @Nullable DeliveryReason incomplete) {
        var only = found.size() == 1 ? found.getFirst() : null;
        results.lockWithHolder(find.session(), only);
        var open = deliveries.lockOpen(find.session());
        var now = clock.instant();
        var row = open.stream()
                .filter(delivery -> isStillLookedFor(delivery, find))
                .findFirst();
        if (row.isEmpty()) {
            return;
        }
        if (only != null && only.id() != null && ids.isFree(only.id(), find.session())) {
            var behind = open.stream()
                    .filter(delivery -> delivery.is(DeliveryState.WAITING))
                    .findFirst();
            boolean differs = results.accept(
                    row.get(),
                    true,
                    Results.sentVersion(row.get()),
                    only,
                    DeliveryReason.FOUND,
                    behind,
                    Actor.system(),
                    now);
            if (differs && behind.isEmpty() && only.id().equals(row.get().otherOntimeId())) {
                late.sendNewest(row.get(), only, now);
            }
        } else if (incomplete == DeliveryReason.UNREADABLE && found.isEmpty()) {
            failed(row.get(), now);
        } else if (incomplete != null && incomplete != DeliveryReason.UNREADABLE) {
            deliveries.lookedUp(row.get().id(), incomplete, null);
        } else if (!found.isEmpty()) {
            deliveries.lookedUp(row.get().id(), DeliveryReason.SEVERAL_FOUND, null);
        } else if (row.get().lookUps() == 0) {
            deliveries.lookedUp(row.get().id(), DeliveryReason.LOOKING, now.plus(settings.lookAgain()));
        } else {
            deliveries.lookedUp(row.get().id(), DeliveryReason.NOT_FOUND, null);
        }
        news.tell(News.of(News.Topic.SESSION, find.session()));
    }

    /** The look-up couldn't be done now. */
    @Transactional
    public void lookLater(Work.Find find, @Nullable Instant notBefore, GateSays says) {
        sessions.lock(find.session());
        var row = deliveries.lock(find.delivery()).filter(delivery -> isStillLookedFor(delivery, find));
        var now = clock.instant();
        says.tell(gate, Errand.READING);
        if (row.isEmpty()) {
            return;
        }
        if (notBefore != null) {
            deliveries.nextAt(row.get().id(), notBefore);
        } else if (gate.holdsBackUntil(Errand.READING).isPresent()) {
            // The whole site waits: that says nothing about this look-up.
            deliveries.nextAt(row.get().id(), settings.tryAgain(now, RETRY));
        } else {
            failed(row.get(), now);
            news.tell(News.of(News.Topic.SESSION, find.session()));
        }
    }

    /** Ever more seldom; after some a person may go by what can be read, or it is found after all. */
    private void failed(DeliveryRow row, Instant now) {
        int failed = deliveries.lookFailed(row.id());
        if (failed < MOST_FAILED) {
            deliveries.nextAt(row.id(), settings.tryAgain(now, RETRY + failed - 1));
        } else {
            deliveries.looksOn(row.id(), DeliveryReason.UNREADABLE, now.plus(GOES_ON_EVERY));
        }
    }

    /** Not if it was settled or sent again while somebody looked, frozen perhaps. */
    private static boolean isStillLookedFor(DeliveryRow delivery, Work.Find find) {
        return delivery.id().equals(find.delivery())
                && delivery.is(DeliveryState.UNCERTAIN)
                && delivery.newestAttempt() != null
                && delivery.newestAttempt() == find.attempt();
    }
}
