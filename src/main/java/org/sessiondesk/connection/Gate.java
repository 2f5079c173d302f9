package org.sessiondesk.connection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate that every request to OnTime passes, one for all instances. A request asks before it leaves and tells what
 * became of it. For rooms, not for people. In a transaction with driver sessions it is locked after them and their
 * deliveries.
 */
@Component
public class Gate {

    private final GateQueries rows;
    private final ConnectionSettings settings;
    private final AuditTrail trail;
    private final LiveNews news;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Gate(
            GateQueries rows,
            ConnectionSettings settings,
            AuditTrail trail,
            LiveNews news,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.trail = trail;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** How the site stands with OnTime now. */
    @Transactional(readOnly = true)
    public GateState state() {
        return rows.state();
    }

    /** Whether a request may leave now. One answer in many is {@link Pass.Probe}: claimed for this caller. */
    @Transactional
    public Pass ask(Errand errand) {
        Instant now = clock.instant();
        var state = rows.state();
        if (state.paused(now)) {
            return new Pass.Wait(Objects.requireNonNull(state.pausedUntil()));
        }
        var closed = state.closed();
        if (closed != null && closed.stops(errand)) {
            return probe(now, closed.triesAgain(), rows.claimProbe(now, now.plus(settings.probeEvery())));
        }
        var unreachable = state.unreachable();
        if (unreachable != null && unreachable.triesAgain() != null) {
            Instant next = now.plus(settings.pauseAfter(unreachable.failures()));
            return probe(now, unreachable.triesAgain(), rows.claimRetry(now, next));
        }
        return new Pass.Go();
    }

    /**
     * Until when requests of this errand are held back, as it stands until the current transaction ends: whoever plans
     * by it can't miss the opening.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> holdsBackUntil(Errand errand) {
        rows.shareLock();
        return heldUntil(errand);
    }

    /** As {@link #holdsBackUntil}, as it stands now: for whoever is about to call once more. Nothing is claimed. */
    @Transactional(readOnly = true)
    public Optional<Instant> heldUntil(Errand errand) {
        var state = rows.state();
        if (state.paused(clock.instant())) {
            return Optional.ofNullable(state.pausedUntil());
        }
        var closed = state.closed();
        if (closed != null && closed.stops(errand)) {
            return Optional.of(closed.triesAgain());
        }
        return Optional.ofNullable(state.unreachable()).map(GateState.Unreachable::triesAgain);
    }

    private Pass probe(Instant now, Instant triesAgain, boolean claimed) {
        // Lost to another one: its answer comes as news, and a moment later anyway.
        return claimed ? new Pass.Probe() : new Pass.Wait(triesAgain.isAfter(now) ? triesAgain : now.plusSeconds(1));
    }

    /** OnTime did what was asked: it is there, and what stopped this errand is mended. */
    @Transactional
    public void answered(Errand errand) {
        var state = rows.state();
        var ended = state.unreachable() == null ? GateQueries.Run.NONE : rows.markReached();
        var closed = state.closed();
        boolean opened = closed != null && closed.stops(errand) && rows.open();
        if (closed != null && opened) {
            trail.record(Fact.of("connection.opened", Actor.onTime()).detail("wasClosed", closed.why()));
        }
        if (ended == GateQueries.Run.HELD_BACK || opened) {
            clear();
        } else if (ended == GateQueries.Run.SHORT) {
            // Looking through the queue for what was held back would cost each success after a failure as much as all
            // waits.
            news.mention(News.any(News.Topic.CONNECTION));
        }
    }

    /** OnTime refuses this key, its permission or the address: nobody else need try. */
    @Transactional
    public void close(Errand by, NotAuthorisedWhy why, String words) {
        Instant now = clock.instant();
        if (rows.close(by, why, words, now, now.plus(settings.probeEvery()))) {
            trail.record(Fact.of("connection.closed", Actor.onTime())
                    .detail("why", why)
                    .detail("errand", by)
                    .text("words", words));
            news.tell(News.any(News.Topic.CONNECTION));
        }
    }

    /** OnTime's limit is reached: the whole site is quiet until then. Never shortens a pause. */
    @Transactional
    public void pause(Instant until) {
        if (rows.pause(until)) {
            trail.record(Fact.of("connection.paused", Actor.onTime()).detail("until", until));
            news.tell(News.any(News.Topic.CONNECTION));
        }
    }

    /**
     * OnTime couldn't be reached, or failed by its own fault. A run of these pauses the site, longer each time.
     *
     * @param why in words for a person
     */
    @Transactional
    public void unreachable(String why) {
        Instant now = clock.instant();
        int failures = rows.countFailure(why, now);
        if (failures >= settings.failures()) {
            rows.retryAt(now.plus(settings.pauseAfter(failures)));
        }
        news.mention(News.any(News.Topic.CONNECTION));
    }

    /** Lets the next request through at once; a pause by OnTime's limit stays. */
    @Transactional
    public void tryNow() {
        rows.hurry(clock.instant());
        clear();
    }

    private void clear() {
        events.publishEvent(new WayClear());
        news.tell(News.any(News.Topic.CONNECTION));
    }
}
