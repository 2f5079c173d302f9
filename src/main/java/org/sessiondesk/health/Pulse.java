package org.sessiondesk.health;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How the database is, as the last look and the statements since tell. */
final class Pulse implements DatabaseState {

    private final Semaphore wishes = new Semaphore(0);
    private final AtomicReference<@Nullable String> cut = new AtomicReference<>();
    private volatile @Nullable DatabaseTrouble trouble;
    private volatile boolean cannotStore;

    @Override
    public @Nullable DatabaseTrouble trouble() {
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
        } else if (said == null) {
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
