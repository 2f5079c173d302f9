package org.sessiondesk.finding.check;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.health.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Judges what is due as soon as somebody here says so, and looks once a second for what others put. */
@Component
public class RecheckLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecheckLoop.class);
    /** So many batches, and then a look whether there are far too many. */
    private static final int BETWEEN_LOOKS = 10;

    private static final Duration LOOK_EVERY = Duration.ofMillis(900);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final Semaphore wishes = new Semaphore(0);
    private final DueSessions due;
    private final Recheck recheck;
    private final AllSessions all;
    private final SessionsBeyond beyond;
    private volatile @Nullable Thread worker;
    private long sweptAt;
    private boolean swept;

    RecheckLoop(DueSessions due, Recheck recheck, AllSessions all, SessionsBeyond beyond) {
        this.due = due;
        this.recheck = recheck;
        this.all = all;
        this.beyond = beyond;
    }

    /** Something is due. */
    public void wake() {
        wishes.release();
    }

    private void run() {
        try {
            while (isRunning()) {
                if (wishes.tryAcquire(step().toMillis(), TimeUnit.MILLISECONDS)) {
                    wishes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration step() {
        try {
            if (!swept || System.nanoTime() - sweptAt > SWEEP_EVERY.toNanos()) {
                due.sweep();
                swept = true;
                sweptAt = System.nanoTime();
            }
            do {
                if (!judgeWhatIsDue()) {
                    // Another instance is at it, and takes this, too.
                    return LOOK_EVERY;
                }
            } while (isRunning() && beyond.piece());
            all.startIfWanted();
            return LOOK_EVERY;
        } catch (RuntimeException | Error e) {
            // An Error, too: nobody else would judge on this instance.
            if (isRunning() && DatabaseTrouble.of(e).isEmpty()) {
                log.warn("Judging what changed failed; it goes on in {} s", AFTER_A_FAILURE.toSeconds(), e);
            }
            return AFTER_A_FAILURE;
        }
    }

    private boolean judgeWhatIsDue() {
        for (int batch = 1; isRunning() && due.any(); batch++) {
            if (batch % BETWEEN_LOOKS == 0 && recheck.leaveToFullCheck()) {
                continue;
            }
            if (recheck.batch() == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public synchronized void start() {
        if (worker == null) {
            all.start();
            worker = Thread.ofPlatform().daemon().name("findings").unstarted(this::run);
            worker.start();
        }
    }

    @Override
    public synchronized void stop() {
        var stopping = worker;
        if (stopping != null) {
            worker = null;
            wake();
            try {
                stopping.join(STOP_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        all.stop();
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
