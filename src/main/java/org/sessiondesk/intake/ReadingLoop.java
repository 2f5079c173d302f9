package org.sessiondesk.intake;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.ontime.OnTimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads step by step while this instance holds the lease. */
@Component
class ReadingLoop implements DisposableBean {

    private static final Duration RENEW_EVERY = ReadingLease.LASTS.dividedBy(4);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(ReadingLoop.class);

    private final UUID instance = UUID.randomUUID();
    private final Semaphore wishes = new Semaphore(0);
    private final OnTimeSettings settings;
    private final ReadingLease lease;
    private final ReadingRound round;
    private volatile boolean holding;
    private @Nullable Thread reader;
    private @Nullable Thread renewer;

    ReadingLoop(OnTimeSettings settings, ReadingLease lease, ReadingRound round) {
        this.settings = settings;
        this.lease = lease;
        this.round = round;
    }

    /** Starts once everything answers: in the demo OnTime's stand-in is served by this very process. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (settings.read() && reader == null) {
            renewer = Thread.ofVirtual().name("reading-lease").start(this::renew);
            reader = Thread.ofPlatform().daemon().name("reading").start(this::read);
        }
    }

    /** Something is due that wasn't a moment ago. */
    void wake() {
        wishes.release();
    }

    private void renew() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean before = holding;
                holding = held();
                if (holding && !before) {
                    wake();
                }
                Thread.sleep(RENEW_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean held() {
        try {
            return lease.hold(instance);
        } catch (RuntimeException | Error e) {
            log.debug("The lease can't be renewed now", e);
            return false;
        }
    }

    private void read() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration wait = holding ? step() : RENEW_EVERY;
                if (wait.isPositive() && wishes.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    wishes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration step() throws InterruptedException {
        try {
            return round.step();
        } catch (RuntimeException | Error e) {
            // An Error, too: the lease is renewed whether this thread lives or not.
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            if (DatabaseTrouble.of(e).isEmpty()) {
                log.warn("A step of the reading failed; it goes on in {} s", AFTER_A_FAILURE.toSeconds(), e);
            }
            return AFTER_A_FAILURE;
        }
    }

    @Override
    public synchronized void destroy() throws InterruptedException {
        for (var thread : new Thread[] {renewer, reader}) {
            if (thread != null) {
                thread.interrupt();
                thread.join(STOP_WITHIN);
            }
        }
        if (reader != null && holding) {
            lease.release(instance);
        }
    }
}
