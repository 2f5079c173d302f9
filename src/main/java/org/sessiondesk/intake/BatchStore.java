package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sessiondesk.intake.Batch.Fetched;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.OnTimeVehicle;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.session.SessionIntake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a batch in and crosses it off, in one transaction: after a kill nothing stored is fetched again. */
@Component
class BatchStore {

    /** A person's change came between: OnTime is asked again a moment later. */
    private static final Duration AFTER_A_DROP = Duration.ofSeconds(2);

    /** A look-up or a person decides first whether the record is a create of ours. */
    private static final Duration WHILE_A_CANDIDATE = Duration.ofMinutes(5);

    private final SessionIntake intake;
    private final Roster roster;
    private final ReadingQueue queue;
    private final MissingRecords missing;
    private final DailyComparison comparison;
    private final ReadingLedger ledger;
    private final ReadingNews news;
    private final OnTimeSettings settings;
    private final InstantSource clock;

    BatchStore(
            SessionIntake intake,
            Roster roster,
            ReadingQueue queue,
            MissingRecords missing,
            DailyComparison comparison,
            ReadingLedger ledger,
            ReadingNews news,
            OnTimeSettings settings,
            InstantSource clock) {
        this.intake = intake;
        this.roster = roster;
        this.queue = queue;
        this.missing = missing;
        this.comparison = comparison;
        this.ledger = ledger;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** Stores what came. */
    @Transactional
    public void store(List<Fetched> batch) {
        Instant now = clock.instant();
        // Both lock their sessions first: what is read twice at once is counted once.
        var taken = takeSessions(batch);
        var notThere = notThere(batch, now);
        var vanished = vanish(batch, notThere.inNoList());
        var dropped = new HashSet<>(taken.dropped());
        dropped.addAll(vanished.dropped());
        var again = new HashSet<>(dropped);
        again.addAll(taken.candidates());
        again.addAll(notThere.askAgain());
        comparison.count(batch, taken.differences(), vanished.sessions(), again, now);
        crossOff(batch, dropped, Set.copyOf(taken.candidates()), now);
        takeRoster(batch, now);
        for (var one : batch) {
            switch (one.answer()) {
                case ReadAnswer.Found<?> found -> {}
                case ReadAnswer.NotThere<?> gone
                when dropped.contains(one.due().id()) -> queue.later(one.due(), now, AFTER_A_DROP);
                case ReadAnswer.NotThere<?> gone
                when notThere.askAgain().contains(one.due().id()) -> missing.askAgain(one.due(), now);
                case ReadAnswer.NotThere<?> gone -> missing.gone(one.due(), now);
                case ReadAnswer.Malformed<?> malformed ->
                    queue.unreadable(one.due(), malformed.reason(), malformed.shown(), now);
                case ReadAnswer.TryLater<?> later -> queue.later(one.due(), now);
                // The kind or the site is stopped; the record stays due.
                case ReadAnswer.Forbidden<?> forbidden -> {}
                case ReadAnswer.NotAuthorised<?> refused -> {}
                case ReadAnswer.LimitReached<?> limit -> {}
            }
        }
        news.tell();
    }

    /** Notes that a record came and can't be kept. */
    @Transactional
    public void unstorable(Fetched one, String reason) {
        queue.unreadable(one.due(), reason, "", clock.instant());
    }

    private SessionIntake.TakeReport takeSessions(List<Fetched> batch) {
        return intake.take(batch.stream()
                .flatMap(one -> one.answer() instanceof ReadAnswer.Found<?>(UserSession record)
                        ? Stream.of(new SessionIntake.Read(record, one.seen()))
                        : Stream.empty())
                .toList());
    }

    private MissingRecords.NotThere notThere(List<Fetched> batch, Instant now) {
        var ids = batch.stream()
                .filter(one -> one.due().kind() == ReadingKind.SESSIONS)
                .filter(one -> one.answer() instanceof ReadAnswer.NotThere)
                .map(one -> one.due().id())
                .toList();
        return ids.isEmpty()
                ? MissingRecords.NotThere.NONE
                : missing.of(ids, now.minus(Duration.ofDays(settings.readDays())), now);
    }

    /** Vanished is what isn't there when asked for and is in no list: either alone may be a fault of OnTime's. */
    private SessionIntake.VanishReport vanish(List<Fetched> batch, Set<UUID> inNoList) {
        if (inNoList.isEmpty()) {
            return new SessionIntake.VanishReport(Map.of(), List.of());
        }
        return intake.vanish(batch.stream()
                .filter(one -> inNoList.contains(one.due().id()))
                .map(one -> new SessionIntake.Missing(one.due().id(), one.seen()))
                .toList());
    }

    private void crossOff(List<Fetched> batch, Set<UUID> dropped, Set<UUID> candidates, Instant now) {
        List<UserSession> records = new ArrayList<>();
        List<UserSession> read = new ArrayList<>();
        for (var one : batch) {
            if (one.answer() instanceof ReadAnswer.Found<?>(UserSession record)) {
                records.add(record);
                if (dropped.contains(one.due().id())) {
                    queue.later(one.due(), now, AFTER_A_DROP);
                } else if (candidates.contains(one.due().id())) {
                    queue.later(one.due(), now, WHILE_A_CANDIDATE);
                } else {
                    read.add(record);
                }
            }
        }
        queue.read(read, now);
        keepNewest(records);
        meetNames(records, now);
    }

    private void keepNewest(List<UserSession> records) {
        UserSession newest = null;
        Instant logIn = Instant.MIN;
        for (var record : records) {
            var other = record.logInTime();
            if (other != null && other.isAfter(logIn)) {
                newest = record;
                logIn = other;
            }
        }
        if (newest != null) {
            ledger.newest(newest);
        }
    }

    /** Names that aren't known come next, so that the first rows show them. */
    private void meetNames(List<UserSession> records, Instant now) {
        Set<UUID> users = new HashSet<>();
        Set<UUID> vehicles = new HashSet<>();
        for (var record : records) {
            if (record.userId() != null) {
                users.add(record.userId());
            }
            if (record.vehicle() != null) {
                vehicles.add(record.vehicle());
            }
        }
        meet(ReadingKind.USERS, users, now);
        meet(ReadingKind.VEHICLES, vehicles, now);
    }

    private void meet(ReadingKind kind, Set<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            queue.add(kind, ids, null, ReadingQueue.NAMES_MET, now);
        }
    }

    private void takeRoster(List<Fetched> batch, Instant now) {
        List<OnTimeUser> users = new ArrayList<>();
        List<OnTimeVehicle> vehicles = new ArrayList<>();
        for (var one : batch) {
            if (one.answer() instanceof ReadAnswer.Found<?>(OnTimeUser user)) {
                users.add(user);
                queue.done(one.due(), "READ", null, false, now);
            } else if (one.answer() instanceof ReadAnswer.Found<?>(OnTimeVehicle vehicle)) {
                vehicles.add(vehicle);
                queue.done(one.due(), "READ", null, false, now);
            }
        }
        if (!users.isEmpty()) {
            roster.takeUsers(users);
        }
        if (!vehicles.isEmpty()) {
            roster.takeVehicles(vehicles);
        }
    }
}
