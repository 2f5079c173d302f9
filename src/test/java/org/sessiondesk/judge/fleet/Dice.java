package org.sessiondesk.judge.fleet;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance, the same again from the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Each as likely as the other, both ends taken in. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** Around a middle; two thirds are no further away than the spread. */
    double about(double middle, double spread) {
        return middle + random.nextGaussian() * spread;
    }

    /** A factor around 1, as often a half as the double. */
    double factor(double spread) {
        return Math.exp(random.nextGaussian() * spread);
    }

    Duration minutes(int least, int most) {
        return Duration.ofSeconds(random.nextLong(least * 60L, most * 60L + 1));
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
