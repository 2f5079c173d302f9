package org.sessiondesk.session;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.DeliveryStanding.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door through which a reading changes driver sessions. Not for people: it carries no right, and no screen reaches
 * it.
 */
@Service
public class SessionIntake {

    /** The most records of one call: what one audit entry holds. */
    public static final int MOST_RECORDS = 500;

    private final Sessions sessions;
    private final DeliveryStanding standing;
    private final OwnCreates ownCreates;
    private final RecordIntake records;
    private final LateArrivals lateArrivals;
    private final AuditTrail trail;
    private final LiveNews news;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final InstantSource clock;

    SessionIntake(
            Sessions sessions,
            DeliveryStanding standing,
            OwnCreates ownCreates,
            RecordIntake records,
            LateArrivals lateArrivals,
            AuditTrail trail,
            LiveNews news,
            ApplicationEventPublisher events,
            EntityManager entities,
            InstantSource clock) {
        this.sessions = sessions;
        this.standing = standing;
        this.ownCreates = ownCreates;
        this.records = records;
        this.lateArrivals = lateArrivals;
        this.trail = trail;
        this.news = news;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * How a session stood when a request for it was about to start.
     *
     * @param newestAttempt of its deliveries, see {@link DeliveryStanding.Standing}
     * @param sending whether that was under way: what the request brings may be of before or after it, nobody knows
     */
    public record Seen(long version, long newestAttempt, boolean sending) {

        static Seen of(SessionRow row, Standing standing) {
            return new Seen(row.version(), standing.newestAttempt(), standing.sending());
        }
    }

    /**
     * A record that a request brought.
     *
     * @param record with its ID
     * @param seen from {@link #seen}, asked before the request started; absent for an ID unknown then
     */
    public record Read(UserSession record, @Nullable Seen seen) {}

    /**
     * What became of the records.
     *
     * @param dropped OnTime IDs whose session moved on while the request ran, or was being sent: to be read again
     * @param candidates OnTime IDs that may be an unsettled create of ours: not taken in, a person or a look-up decides
     * @param differences known sessions whose values weren't OnTime's when its record came
     */
    public record TakeReport(
            int added,
            int changed,
            int same,
            List<UUID> dropped,
            List<UUID> candidates,
            List<ReadDifference> differences) {}

    /** A record that was asked for and isn't there, with {@link #seen} of before. */
    public record Missing(UUID ontimeId, @Nullable Seen seen) {}

    /**
     * What became of the missing.
     *
     * @param sessions those that are vanished now, by OnTime ID; of the others nothing was ever taken in
     * @param dropped as {@link TakeReport#dropped}
     */
    public record VanishReport(Map<UUID, UUID> sessions, List<UUID> dropped) {}

    /** How the sessions of these OnTime IDs stand now; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Seen> seen(Collection<UUID> ontimeIds) {
        if (ontimeIds.isEmpty()) {
            return Map.of();
        }
        var rows = sessions.findByOntimeIdIn(ontimeIds);
        var standings = standing.of(rows.stream().map(SessionRow::id).toList());
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> Objects.requireNonNull(row.ontimeId()),
                        row -> Seen.of(row, standings.getOrDefault(row.id(), Standing.NONE))));
    }

    /**
     * Takes in what was read. OnTime's last-known record always follows; the portal's own values only while no delivery
     * of the session is open. What changed in OnTime stands in the trail either way.
     *
     * @param reads at most {@link #MOST_RECORDS}, each with another ID
     * @throws IllegalArgumentException if there are more, or one has no ID
     */
    @Transactional
    public TakeReport take(List<Read> reads) {
        return take(reads, ReadingFacts.ofOnTime());
    }

    /**
     * As {@link #take(List)}, for records that didn't come from OnTime itself.
     *
     * @param cause who brought them and from where; what changed is added to it, and nothing is recorded if nothing did
     */
    @Transactional
    public TakeReport take(List<Read> reads, Fact cause) {
        if (reads.size() > MOST_RECORDS) {
            throw new IllegalArgumentException(reads.size() + " records in one call");
        }
        var known = lockKnown(reads.stream().map(SessionIntake::idOf).toList());
        var standings = standing.of(known.values().stream().map(SessionRow::id).toList());
        var ours = ownCreates.among(reads.stream()
                .map(Read::record)
                .filter(record -> !known.containsKey(record.id()))
                .toList());
        var taking = new Taking(cause, lateArrivals.settled(reads, known));
        for (var read : reads) {
            var row = known.get(idOf(read));
            if (row == null && ours.contains(idOf(read))) {
                taking.candidates.add(read.record());
            } else if (row == null) {
                records.takeNew(read.record(), taking);
            } else if (movedOn(read.seen(), row, standings)) {
                taking.dropped.add(idOf(read));
            } else {
                records.takeKnown(read.record(), row, standings.getOrDefault(row.id(), Standing.NONE), taking);
            }
        }
        entities.flush();
        lateArrivals.tell(taking);
        taking.tell(trail, events, news);
        return taking.report();
    }

    /**
     * Marks sessions that OnTime doesn't have any more. Nothing else of them changes, and no delivery: OnTime refuses
     * it or takes it. The mark goes with the next record of it that comes.
     */
    @Transactional
    public VanishReport vanish(List<Missing> missing) {
        var known = lockKnown(missing.stream().map(Missing::ontimeId).toList());
        var standings = standing.of(known.values().stream().map(SessionRow::id).toList());
        var vanished = new HashMap<UUID, UUID>();
        var dropped = new ArrayList<UUID>();
        var marked = new ArrayList<UUID>();
        var counted = new ArrayList<SessionRow>();
        var moves = new Moves();
        for (var one : missing) {
            var row = known.get(one.ontimeId());
            if (row == null) {
                continue;
            }
            if (movedOn(one.seen(), row, standings)) {
                dropped.add(one.ontimeId());
                continue;
            }
            vanished.put(one.ontimeId(), row.id());
            if (!row.vanished()) {
                var inLine = row.inLine();
                row.vanish(clock.instant());
                moves.add(row, inLine);
                marked.add(row.id());
                if (inLine != null) {
                    counted.add(row);
                }
            }
        }
        if (!marked.isEmpty()) {
            entities.flush();
            lateArrivals.gone(counted);
            trail.record(ReadingFacts.vanished(marked));
            moves.tell(events);
            news.tell(new News(News.Topic.SESSION, marked));
        }
        return new VanishReport(vanished, dropped);
    }

    private Map<UUID, SessionRow> lockKnown(Collection<UUID> ids) {
        var known = new HashMap<UUID, SessionRow>();
        if (!ids.isEmpty()) {
            sessions.lockAllByOntimeId(ids).forEach(row -> known.put(Objects.requireNonNull(row.ontimeId()), row));
        }
        return known;
    }

    private static UUID idOf(Read read) {
        return RecordIntake.idOf(read.record());
    }

    private static boolean movedOn(@Nullable Seen seen, SessionRow row, Map<UUID, Standing> standings) {
        return seen == null
                || seen.sending()
                || !seen.equals(Seen.of(row, standings.getOrDefault(row.id(), Standing.NONE)));
    }
}
