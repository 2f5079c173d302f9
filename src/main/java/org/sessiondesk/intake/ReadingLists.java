package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.ReadingLedger.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns lists of ids, and the passing of time, into what is due. */
@Component
class ReadingLists {

    /** How often all of the window and of the roster is read. */
    static final Duration DAILY = Duration.ofHours(24);

    /** Of sessions that may close at any moment. */
    private static final Duration OPEN_EVERY = Duration.ofMinutes(30);

    /** Of sessions open for longer than {@link #YOUNG}: their log-out was forgotten, and a person will see to it. */
    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(6);

    private static final Duration YOUNG = Duration.ofHours(24);

    /** What a person's wish doesn't read again. */
    private static final Duration JUST_READ = Duration.ofMinutes(1);

    /** OnTime may cut the window a little otherwise than we do. */
    private static final Duration NEAR_THE_EDGE = Duration.ofHours(1);

    private final ReadingQueue queue;
    private final MissingRecords missing;
    private final SessionsBrought brought;
    private final ReadingLedger ledger;

    ReadingLists(ReadingQueue queue, MissingRecords missing, SessionsBrought brought, ReadingLedger ledger) {
        this.queue = queue;
        this.missing = missing;
        this.brought = brought;
        this.ledger = ledger;
    }

    /**
     * The list over the window: what isn't known yet is due. The first one names all there is, its days follow.
     *
     * @param from logged in since then
     */
    @Transactional
    public void window(List<UUID> ids, Instant from, Page before, boolean onlyDay, Instant now) {
        boolean first = before.listedAt() == null;
        queue.add(ReadingKind.SESSIONS, ids, first ? null : now, ReadingQueue.SESSIONS, now);
        brought.listed(ids, now);
        if (before.filled()) {
            missing.listed(ids, from.plus(NEAR_THE_EDGE), now);
        }
        if (before.wantedNow() && before.filled()) {
            queue.openAgain(now.minus(YOUNG), JUST_READ, JUST_READ, now);
        }
        ledger.listedWindow(now);
        if (first && onlyDay) {
            queue.restIsOlder(now);
            ledger.filled(now);
        }
    }

    /** The list of a day of the first fill, with all days after it. */
    @Transactional
    public void day(List<UUID> ids, Instant from, int day, Instant now) {
        queue.dayKnown(ids, from);
        // Logged in since the fill began.
        queue.add(ReadingKind.SESSIONS, ids, now, ReadingQueue.SESSIONS, now);
        ledger.listedDay(day);
    }

    /** Every day but the last was listed. */
    @Transactional
    public void restIsOlder(Instant from, Instant now) {
        queue.restIsOlder(from);
        ledger.filled(now);
    }

    /** All users or vehicles: each is read, names change. */
    @Transactional
    public void roster(ReadingKind kind, List<UUID> ids, Instant now) {
        queue.add(kind, ids, null, ReadingQueue.REST_OF_ROSTER, now);
        queue.again(kind, ids, ReadingQueue.REST_OF_ROSTER, now);
        ledger.listedRoster(kind, now);
    }

    /** What time alone makes due: open sessions. Whether there is any. */
    @Transactional
    public boolean makeDue(Instant now) {
        if (queue.openAgain(now.minus(YOUNG), OPEN_EVERY, FORGOTTEN_EVERY, now) > 0) {
            ledger.running(now);
            return true;
        }
        return false;
    }

    static boolean dayOld(@Nullable Instant last, Instant now) {
        return last == null || !last.plus(DAILY).isAfter(now);
    }
}
