package org.sessiondesk.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs two works in turn, ours and the floor, so that what disturbs the machine for a while disturbs both. The order
 * within a pair changes from pair to pair: neither always profits from the other's warmth.
 */
final class Pairs {

    /** Fewer say too little about the range. */
    static final int FEWEST = 11;

    private Pairs() {}

    /**
     * The ratios ours ÷ floor.
     *
     * @param warmUps pairs before, which don't count
     * @param pairs at least {@link #FEWEST}
     */
    static Ratios measure(int warmUps, int pairs, Figure ours, Figure floor) throws Exception {
        if (pairs < FEWEST) {
            throw new IllegalArgumentException(pairs + " pairs are too few, take " + FEWEST);
        }
        List<Ratios.Pair> counted = new ArrayList<>();
        for (int n = -warmUps; n < pairs; n++) {
            Ratios.Pair pair = n % 2 == 0 ? oursFirst(ours, floor) : floorFirst(ours, floor);
            if (n >= 0) {
                counted.add(pair);
            }
        }
        return new Ratios(counted);
    }

    /** The same with the milliseconds that each work takes. */
    static Ratios time(int warmUps, int pairs, Work ours, Work floor) throws Exception {
        return measure(warmUps, pairs, Figure.millis(ours), Figure.millis(floor));
    }

    private static Ratios.Pair oursFirst(Figure ours, Figure floor) throws Exception {
        double first = ours.run();
        return new Ratios.Pair(first, floor.run());
    }

    private static Ratios.Pair floorFirst(Figure ours, Figure floor) throws Exception {
        double first = floor.run();
        return new Ratios.Pair(ours.run(), first);
    }
}
