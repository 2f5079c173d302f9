package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.intake.Batch.Fetched;
import org.sessiondesk.intake.Caller.Answered;
import org.sessiondesk.intake.ReadingLedger.Page;
import org.sessiondesk.intake.ReadingQueue.Due;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ontime.RequestPace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The reading plan, a step at a time: the next list or the next small batch, whatever is most wanted. Everything it
 * knows stands in tables, so any instance goes on where another stopped.
 */
@Component
class ReadingRound {

    /** A kind that our key may not read is tried again after this. */
    static final Duration STOPPED_FOR = Duration.ofHours(1);

    /** How often it is looked whether something became due. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final int LONGEST_PATIENCE = 6;
    private static final int MOST_IN_A_BATCH = 25;
    private static final Logger log = LoggerFactory.getLogger(ReadingRound.class);

    private final RequestPace pace;
    private final OnTimeSettings settings;
    private final Caller caller;
    private final Batch batches;
    private final BatchStore store;
    private final ReadingQueue queue;
    private final ReadingLedger ledger;
    private final ReadingLists plan;
    private final ListCalls lists;
    private final DailyComparison comparison;
    private final ReadingNews news;
    private final InstantSource clock;
    private int unanswered;

    ReadingRound(
            RequestPace pace,
            OnTimeSettings settings,
            Caller caller,
            Batch batches,
            BatchStore store,
            ReadingQueue queue,
            ReadingLedger ledger,
            ReadingLists plan,
            ListCalls lists,
            DailyComparison comparison,
            ReadingNews news,
            InstantSource clock) {
        this.pace = pace;
        this.settings = settings;
        this.caller = caller;
        this.batches = batches;
        this.store = store;
        this.queue = queue;
        this.ledger = ledger;
        this.plan = plan;
        this.lists = lists;
        this.comparison = comparison;
        this.news = news;
        this.clock = clock;
    }

    /** Does the next piece; says how long to wait before it is called again, zero if there is more to do. */
    Duration step() throws InterruptedException {
        Instant now = clock.instant();
        Page page = ledger.page();
        Set<ReadingKind> stopped = stopped(now);
        boolean sessions = !stopped.contains(ReadingKind.SESSIONS);
        if (sessions && listDue(page, now)) {
            return after(lists.window(page, window(now), now));
        }
        List<Due> due = queue.next(now, stopped, batchSize());
        if (!due.isEmpty() && due.getFirst().rank() <= ReadingQueue.SESSIONS) {
            return read(due);
        }
        if (sessions && page.fillFrom() != null && !page.filled()) {
            return after(lists.day(page.fillFrom(), page.fillDaysListed() + 1));
        }
        ReadingKind roster = rosterDue(page, stopped, now);
        if (roster != null) {
            return after(lists.roster(roster));
        }
        if (sessions && page.filled() && comparisonDue(page, now)) {
            comparison.begin(window(now), caller.state().limits(), now);
            return Duration.ZERO;
        }
        if (!due.isEmpty()) {
            return read(due);
        }
        return nothingDue(page, sessions, now);
    }

    private Duration nothingDue(Page page, boolean sessions, Instant now) {
        if (!page.filled()) {
            return LOOK_EVERY;
        }
        if (comparison.endIfThrough(now)) {
            news.tellAtOnce();
        }
        if (page.runStartedAt() != null) {
            ledger.completed(now);
            news.tellAtOnce();
            return Duration.ZERO;
        }
        return sessions && plan.makeDue(now) ? Duration.ZERO : LOOK_EVERY;
    }

    /** A day with few calls left isn't begun: it would come nowhere. */
    private boolean comparisonDue(Page page, Instant now) {
        return ReadingLists.dayOld(page.windowReadAt(), now) && caller.mayCall(now);
    }

    private boolean listDue(Page page, Instant now) {
        return page.listedAt() == null
                || page.wantedNow()
                || !page.listedAt().plus(settings.readInterval()).isAfter(now);
    }

    private @Nullable ReadingKind rosterDue(Page page, Set<ReadingKind> stopped, Instant now) {
        if (!stopped.contains(ReadingKind.USERS) && ReadingLists.dayOld(page.usersListedAt(), now)) {
            return ReadingKind.USERS;
        }
        return !stopped.contains(ReadingKind.VEHICLES) && ReadingLists.dayOld(page.vehiclesListedAt(), now)
                ? ReadingKind.VEHICLES
                : null;
    }

    private Duration read(List<Due> due) throws InterruptedException {
        var leave = caller.ask(due.size());
        if (leave.most() == 0) {
            return waiting();
        }
        var fetched = batches.fetch(due.subList(0, Math.min(leave.most(), due.size())), leave);
        boolean answered = caller.heard(fetched.stream()
                .map(one -> new Answered(one.due().kind(), one.answer()))
                .toList());
        store(fetched);
        return patience(answered);
    }

    /** A batch that can't be stored whole is stored one by one, so that one record doesn't hold up all others. */
    void store(List<Fetched> fetched) {
        if (fetched.isEmpty()) {
            return;
        }
        try {
            store.store(fetched);
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseTrouble.of(e).isPresent()) {
                // Not the record's fault: it stays due.
                throw e;
            }
            if (fetched.size() == 1) {
                var one = fetched.getFirst();
                log.warn("{} {} can't be kept", one.due().kind(), one.due().id(), e);
                store.unstorable(one, "it can't be kept: " + e.getClass().getSimpleName());
            } else {
                fetched.forEach(one -> store(List.of(one)));
            }
        }
    }

    /** After a list: null if there was no leave to ask for it. */
    private Duration after(@Nullable Boolean answered) {
        return answered == null ? waiting() : patience(answered);
    }

    /** After a piece: at once the next, but slower and slower while nothing is answered. */
    private Duration patience(boolean answered) {
        if (answered) {
            unanswered = 0;
            return Duration.ZERO;
        }
        unanswered = Math.min(unanswered + 1, LONGEST_PATIENCE);
        return Duration.ofMillis(
                (500L << unanswered) + ThreadLocalRandom.current().nextLong(500));
    }

    /** The gate tells when it may go on; it may also open earlier. */
    private Duration waiting() {
        news.tell();
        return LOOK_EVERY;
    }

    private Set<ReadingKind> stopped(Instant now) {
        return ledger.stops().stream()
                .filter(stop -> stop.triesAgain().isAfter(now))
                .map(ReadingState.Stop::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReadingKind.class)));
    }

    private Instant window(Instant now) {
        return now.minus(Duration.ofDays(settings.readDays()));
    }

    /** What the pace lets through in a quarter of a second: small, so that screens fill at once. */
    private int batchSize() {
        return Math.clamp(Duration.ofMillis(250).dividedBy(pace.apart()), 1, MOST_IN_A_BATCH);
    }
}
