package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.sessiondesk.account.Role;
import org.sessiondesk.connection.OnTimeConnection;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.intake.Caller.Answered;
import org.sessiondesk.intake.Caller.Leave;
import org.sessiondesk.intake.ReadingQueue.Due;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What people may ask to be read at once. */
@Service
public class ReadNow implements DisposableBean {

    /** Clicking through rows must not use up OnTime's calls. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(ReadNow.class);

    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OnTimeSettings settings;
    private final DriverSessions sessions;
    private final OnTimeConnection connection;
    private final Caller caller;
    private final Batch batches;
    private final ReadingRound round;
    private final ReadingQueue queue;
    private final ReadingLedger ledger;
    private final ReadingLoop loop;
    private final ReadingNews news;
    private final InstantSource clock;

    ReadNow(
            OnTimeSettings settings,
            DriverSessions sessions,
            OnTimeConnection connection,
            Caller caller,
            Batch batches,
            ReadingRound round,
            ReadingQueue queue,
            ReadingLedger ledger,
            ReadingLoop loop,
            ReadingNews news,
            InstantSource clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.connection = connection;
        this.caller = caller;
        this.batches = batches;
        this.round = round;
        this.queue = queue;
        this.ledger = ledger;
        this.loop = loop;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Reads one session, unless that was done within the last half minute. Returns at once; what comes is taken in like
     * any reading and told as {@code SESSION} news.
     *
     * @param session the portal's own id
     */
    @PreAuthorize(Role.MAY_VIEW)
    public void readNow(UUID session) {
        if (settings.read()) {
            sessions.find(session).map(DriverSession::ontimeId).ifPresent(this::readSoon);
        }
    }

    /** Starts the next reading at once: the list, new sessions, open ones. Tries anew whatever was refused. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void readAllNow() {
        if (settings.read()) {
            connection.tryNow();
            ledger.want(clock.instant());
            news.tellAtOnce();
            loop.wake();
        }
    }

    private void readSoon(UUID ontimeId) {
        Instant last = queue.readAt(ReadingKind.SESSIONS, ontimeId);
        if (last != null && last.plus(FRESH).isAfter(clock.instant()) || !underWay.add(ontimeId)) {
            return;
        }
        threads.execute(() -> {
            try {
                read(ontimeId);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (DatabaseTrouble.of(e).isEmpty()) {
                    log.warn("Session {} could not be read when it was opened", ontimeId, e);
                }
            } finally {
                underWay.remove(ontimeId);
            }
        });
    }

    private void read(UUID ontimeId) throws InterruptedException {
        Instant now = clock.instant();
        boolean stopped = ledger.stops().stream().anyMatch(stop -> stop.kind() == ReadingKind.SESSIONS);
        var leave = stopped ? Leave.NONE : caller.ask(1);
        if (leave.most() == 0) {
            return;
        }
        // One that a create of ours gave its id may be in no list yet.
        queue.add(ReadingKind.SESSIONS, List.of(ontimeId), now, ReadingQueue.SESSIONS, now);
        var fetched = batches.fetch(List.of(new Due(ReadingKind.SESSIONS, ontimeId, 0, ReadingQueue.SESSIONS)), leave);
        caller.heard(fetched.stream()
                .map(one -> new Answered(one.due().kind(), one.answer()))
                .toList());
        round.store(fetched);
    }

    /** What OnTime was asked for already is still taken in. */
    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
