package org.sessiondesk.sandbox.fleet;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Guids from a seeded source, of the random kind that .NET makes. */
final class Ids {

    private Ids() {}

    static UUID next(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
