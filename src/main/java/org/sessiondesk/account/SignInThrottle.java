package org.sessiondesk.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows guessing: the more tries fail, the longer the wait, for each pair of account and address and for each address.
 * An account alone is never slowed, so nobody can keep a colleague out from somewhere else. A try counts as failed from
 * its beginning until it succeeds: many at once gain nothing.
 */
@Component
class SignInThrottle {

    /** A person mistypes a few times; then 15 s, 30 s, 1 min, … */
    private static final Limit PAIR = new Limit(5, Duration.ofSeconds(15), Duration.ofMinutes(15));

    /** A whole office may sit behind one address. */
    private static final Limit ADDRESS = new Limit(30, Duration.ofSeconds(15), Duration.ofMinutes(15));

    /** Past the longest wait, so that waiting it out isn't forgiven at once. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** About 20 MB at the very most. */
    private static final int MOST_REMEMBERED = 100_000;

    private final InstantSource clock;
    private final Cache<Pair, Tries> pairs = remembered();
    private final Cache<String, Tries> addresses = remembered();

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    private record Pair(String email, String address) {}

    /** Failed tries, and until when the next one is refused. */
    private record Tries(int failed, Instant blockedUntil) {}

    /** Past {@code free} failures the wait starts and doubles up to the longest. */
    private record Limit(int free, Duration first, Duration longest) {
        Tries next(@Nullable Tries before, Instant now) {
            int failed = before == null ? 1 : before.failed() + 1;
            if (failed < free) {
                return new Tries(failed, Instant.EPOCH);
            }
            Duration wait = first.multipliedBy(1L << Math.min(failed - free, 16));
            return new Tries(failed, now.plus(wait.compareTo(longest) > 0 ? longest : wait));
        }
    }

    /**
     * Begins a try.
     *
     * @return until when no try is accepted; empty if this one may go on
     */
    synchronized Optional<Instant> begin(String email, String address) {
        Instant now = clock.instant();
        Pair pair = new Pair(email, network(address));
        Tries byPair = pairs.getIfPresent(pair);
        Tries byAddress = addresses.getIfPresent(pair.address());
        Instant until = later(byPair, byAddress);
        if (until.isAfter(now)) {
            return Optional.of(until);
        }
        pairs.put(pair, PAIR.next(byPair, now));
        addresses.put(pair.address(), ADDRESS.next(byAddress, now));
        return Optional.empty();
    }

    /** Until when no try is accepted; empty if one may go on. Counts nothing. */
    synchronized Optional<Instant> refusedUntil(String who, String address) {
        Pair pair = new Pair(who, network(address));
        Instant until = later(pairs.getIfPresent(pair), addresses.getIfPresent(pair.address()));
        return until.isAfter(clock.instant()) ? Optional.of(until) : Optional.empty();
    }

    /** A try failed, where what succeeds counts nothing: many of these may go on at once. */
    synchronized void failed(String who, String address) {
        Instant now = clock.instant();
        Pair pair = new Pair(who, network(address));
        pairs.put(pair, PAIR.next(pairs.getIfPresent(pair), now));
        addresses.put(pair.address(), ADDRESS.next(addresses.getIfPresent(pair.address()), now));
    }

    /** The try that began last for these let somebody in. */
    synchronized void succeeded(String email, String address) {
        Pair pair = new Pair(email, network(address));
        pairs.invalidate(pair);
        Tries byAddress = addresses.getIfPresent(pair.address());
        if (byAddress != null) {
            // Not forgiven altogether: else somebody with an account could go on guessing others'.
            addresses.put(pair.address(), new Tries(byAddress.failed() - 1, Instant.EPOCH));
        }
    }

    private static Instant later(@Nullable Tries one, @Nullable Tries other) {
        Instant first = one == null ? Instant.EPOCH : one.blockedUntil();
        Instant second = other == null ? Instant.EPOCH : other.blockedUntil();
        return first.isAfter(second) ? first : second;
    }

    /** One household has a whole IPv6 /64 to guess from. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split("%", 2)[0].split(":", -1);
        return groups.length < 8 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]) + "::/64";
    }

    private static <K> Cache<K, Tries> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(FORGOTTEN_AFTER)
                .build();
    }
}
