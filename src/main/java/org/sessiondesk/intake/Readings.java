package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.intake.ReadingLedger.Page;
import org.sessiondesk.intake.ReadingQueries.Tally;
import org.sessiondesk.intake.ReadingState.Counts;
import org.sessiondesk.intake.ReadingState.Progress;
import org.sessiondesk.intake.ReadingState.Wait;
import org.sessiondesk.intake.ReadingState.WaitReason;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ontime.RequestPace;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How the reading stands, for screens; {@code READING} and {@code CONNECTION} news say when to look again. */
@Service
@PreAuthorize(Role.MAY_VIEW)
public class Readings {

    /** A reading that ends sooner needs no forecast. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration TALLY_KEPT = Duration.ofSeconds(1);
    private static final Duration COUNTS_KEPT = Duration.ofMinutes(1);

    private final KeptCount<Tally> tallies = new KeptCount<>(TALLY_KEPT, one -> one.doneSessions() + one.dueInAll());
    private final KeptCount<Counts> allCounts =
            new KeptCount<>(COUNTS_KEPT, all -> all.sessions() + all.gone() + all.unreadable());
    private final OnTimeSettings settings;
    private final ReadingLedger ledger;
    private final ReadingQueries queries;
    private final NewestReading newest;
    private final Caller caller;
    private final RequestPace pace;
    private final InstantSource clock;

    Readings(
            OnTimeSettings settings,
            ReadingLedger ledger,
            ReadingQueries queries,
            NewestReading newest,
            Caller caller,
            RequestPace pace,
            InstantSource clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.queries = queries;
        this.newest = newest;
        this.caller = caller;
        this.pace = pace;
        this.clock = clock;
    }

    /** How it stands now. */
    public ReadingState state() {
        Instant now = clock.instant();
        Page page = ledger.page();
        GateState gate = caller.state();
        Tally tally = tallies.of(page.runStartedAt(), () -> queries.tally(page.runStartedAt(), now));
        return new ReadingState(
                settings.read(),
                progress(page, tally, now),
                page.completedAt(),
                page.listedAt() == null ? null : page.listedAt().plus(settings.readInterval()),
                wait(gate, now),
                ledger.stops(),
                // Anew when a reading ends: nothing tells screens to look again after that.
                allCounts.of(page.completedAt(), queries::counts),
                gate.limits());
    }

    /** What OnTime has as logged in between these, or may have, and wasn't read yet; empty for nothing. */
    public Optional<Unread> unread(Instant from, Instant to) {
        if (!settings.read()) {
            return Optional.empty();
        }
        boolean unlisted = ledger.page().unlisted(from, to, settings.readDays());
        int unread = queries.unread(from, to);
        if (unread == 0 && !unlisted) {
            return Optional.empty();
        }
        int done = queries.read(from, to);
        var progress = state().progress();
        return Optional.of(new Unread(
                done, unlisted ? null : Integer.valueOf(done + unread), progress == null ? null : progress.ends()));
    }

    /** The times of the session with the newest log-in, read both ways; empty before the first reading. */
    public Optional<NewestTimes> newestTimes() {
        return newest.of(ledger.page().newestRecord());
    }

    /** What could not be read, newest first. */
    public List<UnreadableRecord> unreadable(int offset, int limit) {
        return queries.unreadable(offset, limit);
    }

    private @Nullable Progress progress(Page page, Tally tally, Instant now) {
        if (page.runStartedAt() == null || tally.dueSessions() + tally.doneSessions() == 0) {
            return null;
        }
        long lists = page.filled() ? 0 : Math.max(0, settings.readDays() - 1 - page.fillDaysListed());
        Duration left = pace.apart().multipliedBy(tally.dueInAll() + lists);
        return new Progress(
                tally.doneSessions(),
                tally.doneSessions() + tally.dueSessions(),
                page.runStartedAt(),
                left.compareTo(SOON) > 0 ? now.plus(left) : null);
    }

    private static @Nullable Wait wait(GateState gate, Instant now) {
        Instant pausedUntil = gate.pausedUntil();
        if (pausedUntil != null && gate.paused(now)) {
            return new Wait(WaitReason.LIMIT_REACHED, "", now, pausedUntil);
        }
        var closed = gate.closed();
        if (closed != null) {
            var reason = closed.why() == NotAuthorisedWhy.WRONG_ADDRESS ? WaitReason.ADDRESS : WaitReason.KEY;
            return closed.stops(Errand.READING)
                    ? new Wait(reason, closed.words(), closed.since(), closed.triesAgain())
                    : null;
        }
        var unreachable = gate.unreachable();
        if (unreachable != null && unreachable.triesAgain() != null) {
            return new Wait(WaitReason.UNREACHABLE, unreachable.why(), unreachable.since(), unreachable.triesAgain());
        }
        Instant spared = Caller.sparedUntil(gate.limits(), now);
        return spared == null ? null : new Wait(WaitReason.FEW_CALLS_LEFT, "", now, spared);
    }
}
