package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.intake.Batch.Fetched;
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
    private final ReadingLedger ledger;
    private final ReadingNews news;
    private final InstantSource clock;

    BatchStore(
            SessionIntake intake,
            Roster roster,
            ReadingQueue queue,
            ReadingLedger ledger,
            ReadingNews news,
            InstantSource clock) {
        this.intake = intake;
        this.roster = roster;
        this.queue = queue;
        this.ledger = ledger;
        this.news = news;
        this.clock = clock;
    }

    /** Stores what came. */
    @Transactional
    public void store(List<Fetched> batch) {
        Instant now = clock.instant();
        takeSessions(batch, now);
        takeRoster(batch, now);
        for (var one : batch) {
            switch (one.answer()) {
                case ReadAnswer.Found<?> found -> {}
                case ReadAnswer.NotThere<?> notThere -> queue.done(one.due(), "GONE", null, false, now);
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

    private void takeSessions(List<Fetched> batch, Instant now) {
        List<SessionIntake.Read> reads = new ArrayList<>();
        for (var one : batch) {
            if (one.answer() instanceof ReadAnswer.Found<?>(UserSession record)) {
                reads.add(new SessionIntake.Read(record, one.seen()));
            }
        }
        if (reads.isEmpty()) {
            return;
        }
        var report = intake.take(reads);
        Set<UUID> dropped = Set.copyOf(report.dropped());
        Set<UUID> candidates = Set.copyOf(report.candidates());
        for (var one : batch) {
            if (one.answer() instanceof ReadAnswer.Found<?>(UserSession record)) {
                if (dropped.contains(one.due().id())) {
                    queue.later(one.due(), now, AFTER_A_DROP);
                } else if (candidates.contains(one.due().id())) {
                    queue.later(one.due(), now, WHILE_A_CANDIDATE);
                } else {
                    queue.done(one.due(), "READ", record.logInTime(), record.logOutTime() == null, now);
                }
            }
        }
        keepNewest(reads);
        meetNames(reads, now);
    }

    private void keepNewest(List<SessionIntake.Read> reads) {
        UserSession newest = null;
        Instant logIn = Instant.MIN;
        for (var read : reads) {
            var other = read.record().logInTime();
            if (other != null && other.isAfter(logIn)) {
                newest = read.record();
                logIn = other;
            }
        }
        if (newest != null) {
            ledger.newest(newest);
        }
    }

    /** Names that aren't known come next, so that the first rows show them. */
    private void meetNames(List<SessionIntake.Read> reads, Instant now) {
        Set<UUID> users = new HashSet<>();
        Set<UUID> vehicles = new HashSet<>();
        for (var read : reads) {
            if (read.record().userId() != null) {
                users.add(read.record().userId());
            }
            if (read.record().vehicle() != null) {
                vehicles.add(read.record().vehicle());
            }
        }
        queue.add(ReadingKind.USERS, users, null, ReadingQueue.NAMES_MET, now);
        queue.add(ReadingKind.VEHICLES, vehicles, null, ReadingQueue.NAMES_MET, now);
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
