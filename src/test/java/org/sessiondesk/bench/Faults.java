package org.sessiondesk.bench;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What goes wrong with an attempt, a GET and a POST: drawn at its GET. */
final class Faults {

    /** What an attempt meets. */
    enum Fate {
        NONE,
        /** 503 to the GET. */
        READING_FAILS,
        /** 503 to the POST. */
        SENDING_FAILS,
        /** The POST is done, and the connection cut. */
        ANSWER_LOST
    }

    private final Random random;
    private final double share;
    private final Map<UUID, Fate> drawn = new ConcurrentHashMap<>();

    private Faults(double share, long seed) {
        this.share = share;
        this.random = new Random(seed);
    }

    static Faults none() {
        return new Faults(0, 0);
    }

    /** So many of all attempts, a third each of the three kinds, independently of each other. */
    static Faults of(double share, long seed) {
        return new Faults(share, seed);
    }

    /** A new attempt's. */
    Fate draw(UUID record) {
        Fate fate;
        if (random.nextDouble() >= share) {
            fate = Fate.NONE;
        } else {
            fate = switch (random.nextInt(3)) {
                case 0 -> Fate.READING_FAILS;
                case 1 -> Fate.SENDING_FAILS;
                default -> Fate.ANSWER_LOST;
            };
        }
        drawn.put(record, fate);
        return fate;
    }

    /** The one drawn last. */
    Fate drawn(UUID record) {
        return drawn.getOrDefault(record, Fate.NONE);
    }
}
