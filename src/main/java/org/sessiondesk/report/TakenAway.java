package org.sessiondesk.report;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Origin;
import org.sessiondesk.report.Feeds.Days;
import org.sessiondesk.report.Feeds.Form;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps in the trail what programs took away, in at most one entry a token, list, form and hour: a program that asks each
 * minute floods nothing and holds nobody up. The first is written before anything leaves; those that follow within the hour
 * are counted into one entry at its end.
 */
@Component
class TakenAway {

    private static final Logger log = LoggerFactory.getLogger(TakenAway.class);
    private static final Duration ONE_ENTRY_AN = Duration.ofHours(1);

    /** Past these an hour's entry only counts on. */
    private static final int MOST_ADDRESSES = 10;

    private final AuditTrail trail;
    private final Origin origin;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final Map<Key, Hour> hours = new HashMap<>();

    TakenAway(AuditTrail trail, Origin origin, InstantSource clock, TransactionTemplate transactions) {
        this.trail = trail;
        this.origin = origin;
        this.clock = clock;
        this.transactions = transactions;
    }

    private record Key(UUID person, UUID token, Feed feed, Form form) {}

    /** What was taken since the entry with which it began. */
    private static final class Hour {
        private final Instant began;
        private final Set<String> addresses = new LinkedHashSet<>();
        private long count;
        private @Nullable Days days;

        private Hour(Instant began) {
            this.began = began;
        }

        void add(long more, Days asked, Set<String> from) {
            count += more;
            days = days == null ? asked : around(days, asked);
            from.stream().limit(MOST_ADDRESSES - addresses.size()).forEach(addresses::add);
        }
    }

    void record(Feed feed, Form form, Days days, UUID token) {
        var key = new Key(SignedIn.now().id(), token, feed, form);
        Hour fresh = begin(key, days);
        if (fresh == null) {
            return;
        }
        try {
            transactions.executeWithoutResult(_ -> trail.record(fact(key, days)));
        } catch (RuntimeException e) {
            forget(key, fresh);
            throw e;
        }
    }

    /** The hour that begins with this one; null where it is counted into one under way. */
    private synchronized @Nullable Hour begin(Key key, Days days) {
        Hour hour = hours.get(key);
        if (hour == null) {
            hour = new Hour(clock.instant());
            hours.put(key, hour);
            return hour;
        }
        hour.add(1, days, origin.address().map(Set::of).orElse(Set.of()));
        return null;
    }

    /** Nothing was written, so the next one is the first. */
    private synchronized void forget(Key key, Hour hour) {
        if (hour.count == 0) {
            hours.remove(key, hour);
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void writeDue() {
        write(clock.instant().minus(ONE_ENTRY_AN), true);
    }

    @PreDestroy
    void writeAll() {
        write(Instant.MAX, false);
    }

    /** All at once: with the database away the end of the process waits for one connection, not for one each. */
    private void write(Instant beganUntil, boolean again) {
        Map<Key, Hour> due = takeDue(beganUntil);
        if (due.isEmpty()) {
            return;
        }
        try {
            transactions.executeWithoutResult(_ -> due.forEach((key, hour) -> trail.record(fact(key, hour))));
        } catch (RuntimeException e) {
            log.warn("What programs took away could not be written to the trail, {} entries", due.size(), e);
            if (again) {
                due.forEach(this::putBack);
            }
        }
    }

    private synchronized Map<Key, Hour> takeDue(Instant beganUntil) {
        Map<Key, Hour> due = new HashMap<>(hours);
        due.values().removeIf(hour -> hour.began.isAfter(beganUntil));
        hours.keySet().removeAll(due.keySet());
        due.values().removeIf(hour -> hour.count == 0);
        // The entry that is written now is the one of the hour that begins.
        due.keySet().forEach(key -> hours.put(key, new Hour(clock.instant())));
        return due;
    }

    /** Written with what came since. */
    private synchronized void putBack(Key key, Hour hour) {
        Hour since = hours.put(key, hour);
        if (since != null && since.days != null) {
            hour.add(since.count, since.days, since.addresses);
        }
    }

    private static Fact fact(Key key, Hour hour) {
        Days days = hour.days;
        return fact(key, days == null ? new Days(null, null) : days)
                .detail("count", hour.count)
                .text(Origin.TEXT, String.join(", ", hour.addresses));
    }

    private static Fact fact(Key key, Days days) {
        return Fact.of(key.feed.action(), Actor.person(key.person))
                .about("token", key.token)
                .detail("format", key.form)
                .detail("from", days.from() == null ? null : days.from().toString())
                .detail("to", days.to() == null ? null : days.to().toString());
    }

    private static Days around(Days one, Days other) {
        LocalDate from = one.from();
        LocalDate to = one.to();
        return new Days(
                from == null || other.from() == null ? null : from.isBefore(other.from()) ? from : other.from(),
                to == null || other.to() == null ? null : to.isAfter(other.to()) ? to : other.to());
    }
}
