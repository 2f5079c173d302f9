package org.sessiondesk.health;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How the database is, as the last look and the statements since tell. */
final class Pulse {

    private static final int HELD_UP_TIMES = 3;

    /** Longer than a statement waits. */
    private static final Duration LATELY = Duration.ofSeconds(15);

    private final Deque<Long> gaveUp = new ArrayDeque<>();
    private final Semaphore wishes = new Semaphore(0);
    private final AtomicReference<@Nullable String> cut = new AtomicReference<>();
    private volatile @Nullable DatabaseTrouble trouble;
    private volatile boolean cannotStore;

    /** What is wrong now, if anything. */
    @Nullable
    DatabaseTrouble trouble() {
        return trouble;
    }

    void is(@Nullable DatabaseTrouble now) {
        trouble = now;
    }

    /** A statement failed: whoever looks after the database looks at once. */
    void heard(SQLException problem) {
        DatabaseTrouble said = DatabaseTrouble.of(problem).orElse(null);
        if (said == DatabaseTrouble.AWAY) {
            cut.compareAndSet(null, DatabaseTrouble.words(problem));
        } else if (said == DatabaseTrouble.FULL) {
            cannotStore = true;
        } else if (said == DatabaseTrouble.HELD_UP) {
            gaveUpWaiting();
        } else {
            return;
        }
        wishes.release();
    }

    /** Whether something couldn't be stored since it was last tried on purpose. */
    boolean cannotStore() {
        return cannotStore;
    }

    void storesAgain() {
        cannotStore = false;
    }

    private synchronized void gaveUpWaiting() {
        long now = System.nanoTime();
        gaveUp.addLast(now);
        if (gaveUp.size() > HELD_UP_TIMES) {
            gaveUp.removeFirst();
        }
    }

    /** Whether so many statements gave up waiting lately that it isn't about one row that somebody has in hand. */
    synchronized boolean holdsEverybodyUp() {
        return gaveUp.size() == HELD_UP_TIMES && System.nanoTime() - gaveUp.getFirst() < LATELY.toNanos();
    }

    /** What a cut connection said, once. */
    @Nullable
    String cutSince() {
        return cut.getAndSet(null);
    }

    /** Until it is time to look again. */
    void await(Duration longest) throws InterruptedException {
        if (wishes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wishes.drainPermits();
        }
    }
}
