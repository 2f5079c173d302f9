package org.sessiondesk.filing;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.FileRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does the work in the background and says how it ended. */
@Component
class FilingRunner {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(FilingRunner.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final FilingWork work;
    private final FilingLedger ledger;
    private final FileNews news;

    FilingRunner(FilingWork work, FilingLedger ledger, FileNews news) {
        this.work = work;
        this.ledger = ledger;
        this.news = news;
    }

    void inspect(OpenFiling filing) {
        start(filing, () -> inspecting(filing));
    }

    void compare(OpenFiling filing) {
        start(filing, () -> comparing(filing));
    }

    void take(OpenFiling filing, FileKind kind) {
        start(filing, () -> taking(filing, kind));
    }

    /** What is being taken in by this instance. */
    Set<UUID> inHand() {
        return Set.copyOf(inHand);
    }

    /** No more is begun; what was asked to stop has a moment for it. */
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void inspecting(OpenFiling filing) {
        try {
            work.inspect(filing);
        } catch (OpenFiling.Cancelled e) {
            filing.ended(Ending.CANCELLED);
        } catch (IOException | RuntimeException | Error e) {
            var refused = FileRefused.in(e);
            if (refused == null) {
                log.warn("A file could not be looked through", e);
            }
            filing.refused(refused == null ? new FileRefusal(Why.NOT_RECEIVED, 0) : refused.refusal());
        }
    }

    private void comparing(OpenFiling filing) {
        try {
            work.compare(filing);
        } catch (OpenFiling.Cancelled e) {
            filing.notCompared(Ending.CANCELLED);
        } catch (IOException | RuntimeException | Error e) {
            log.warn("A file could not be compared", e);
            filing.notCompared(ending(e));
        }
    }

    private void taking(OpenFiling filing, FileKind kind) {
        inHand.add(filing.file().id());
        try {
            var ending = taken(filing, kind);
            end(filing, kind, ending);
            filing.ended(ending);
        } finally {
            inHand.remove(filing.file().id());
        }
    }

    private Ending taken(OpenFiling filing, FileKind kind) {
        try {
            ledger.begin(filing.file(), kind);
            work.take(filing);
            return Ending.DONE;
        } catch (OpenFiling.Cancelled e) {
            return Ending.CANCELLED;
        } catch (FilingWork.NotAllowed e) {
            return Ending.RIGHTS;
        } catch (IOException | RuntimeException | Error e) {
            log.warn("A file could not be taken in to the end", e);
            return ending(e);
        }
    }

    private static Ending ending(Throwable why) {
        if (why instanceof IOException) {
            return Ending.DISK;
        }
        return DatabaseTrouble.of(why).isPresent() ? Ending.DATABASE : Ending.FAILED;
    }

    /** As soon as the database can be told; until then it is in hand, and no other instance ends it. */
    private void end(OpenFiling filing, FileKind kind, Ending ending) {
        do {
            try {
                ledger.end(filing.file(), kind, ending, filing.state().tally());
                return;
            } catch (RuntimeException e) {
                if (DatabaseTrouble.of(e).isEmpty()) {
                    log.warn("How a file ended could not be kept", e);
                    return;
                }
            }
        } while (paused() && !threads.isShutdown());
    }

    private static boolean paused() {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void start(OpenFiling filing, Runnable step) {
        threads.execute(() -> {
            step.run();
            try {
                news.tellAtOnce(filing.file().id());
            } catch (RuntimeException e) {
                log.warn("A screen wasn't told that a file is through", e);
            }
        });
    }
}
