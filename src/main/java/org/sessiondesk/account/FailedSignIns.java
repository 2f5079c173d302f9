package org.sessiondesk.account;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.health.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts failed sign-ins into one entry of the trail an address a minute, so that guessing can't flood it. */
@Component
class FailedSignIns {

    private static final Logger log = LoggerFactory.getLogger(FailedSignIns.class);
    private static final Duration ONE_ENTRY_A = Duration.ofMinutes(1);

    /** Past these a minute's entry only counts on. */
    private static final int MOST_NAMED = 10;

    /** Past this many addresses at once the rest share one entry: memory stays bounded. */
    private static final int MOST_ADDRESSES = 10_000;

    private static final String MANY_ADDRESSES = "many";

    private final AuditTrail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final Map<String, Minute> minutes = new HashMap<>();

    FailedSignIns(AuditTrail trail, InstantSource clock, TransactionTemplate transaction) {
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The failures of one address since the first of them. */
    private static final class Minute {
        private final Instant began;
        private final Set<String> emails = new LinkedHashSet<>();
        private final Set<UUID> accounts = new LinkedHashSet<>();
        private long count;

        private Minute(Instant began) {
            this.began = began;
        }
    }

    synchronized void count(String address, String email, Optional<UUID> account) {
        String key = minutes.size() < MOST_ADDRESSES || minutes.containsKey(address) ? address : MANY_ADDRESSES;
        Minute minute = minutes.computeIfAbsent(key, _ -> new Minute(clock.instant()));
        minute.count++;
        if (minute.emails.size() < MOST_NAMED) {
            minute.emails.add(email.substring(0, Math.min(email.length(), 254)));
            account.ifPresent(minute.accounts::add);
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void writeDue() {
        write(clock.instant().minus(ONE_ENTRY_A));
    }

    @PreDestroy
    void writeAll() {
        write(Instant.MAX);
    }

    private void write(Instant beganUntil) {
        Map<String, Minute> due = takeDue(beganUntil);
        due.forEach((address, minute) -> {
            try {
                transaction.executeWithoutResult(_ -> trail.record(fact(address, minute)));
            } catch (RuntimeException e) {
                if (DatabaseTrouble.of(e).isPresent() && !beganUntil.equals(Instant.MAX)) {
                    putBack(address, minute);
                } else {
                    log.warn("{} failed sign-ins could not be written to the trail", minute.count, e);
                }
            }
        });
    }

    /** They are written once the database is back, together with what came since. */
    private synchronized void putBack(String address, Minute minute) {
        Minute since = minutes.put(address, minute);
        if (since != null) {
            minute.count += since.count;
            since.emails.stream()
                    .limit(Math.max(0, MOST_NAMED - minute.emails.size()))
                    .forEach(minute.emails::add);
            minute.accounts.addAll(since.accounts);
        }
    }

    private synchronized Map<String, Minute> takeDue(Instant beganUntil) {
        Map<String, Minute> due = new HashMap<>(minutes);
        due.values().removeIf(minute -> minute.began.isAfter(beganUntil));
        minutes.keySet().removeAll(due.keySet());
        return due;
    }

    private static Fact fact(String address, Minute minute) {
        List<Subject> accounts =
                minute.accounts.stream().map(id -> Subject.of("account", id)).toList();
        return Fact.of("account.sign-in-failed", Actor.system())
                .about(accounts)
                .detail("count", minute.count)
                .text("email", String.join(", ", minute.emails))
                .text("from", address);
    }
}
