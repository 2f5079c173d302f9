package org.sessiondesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What pairs of runs took, in every respect that {@link Meter} reads. */
record Costs(List<Cost> ours, List<Cost> floor) {

    Costs {
        ours = List.copyOf(ours);
        floor = List.copyOf(floor);
    }

    /** Runs ours and the floor in turn, as {@link Pairs#measure} does. */
    static Costs measure(Meter meter, int warmUps, int pairs, int acts, Work ours, Work floor) throws Exception {
        List<Cost> all = new ArrayList<>();
        List<Cost> allOfFloor = new ArrayList<>();
        Pairs.measure(warmUps, pairs, costing(meter, acts, ours, all), costing(meter, acts, floor, allOfFloor));
        return new Costs(all.subList(warmUps, all.size()), allOfFloor.subList(warmUps, allOfFloor.size()));
    }

    private static Figure costing(Meter meter, int acts, Work work, List<Cost> to) {
        return () -> {
            Cost cost = meter.cost(work).each(acts);
            to.add(cost);
            return cost.millis();
        };
    }

    /** Ours ÷ floor in one respect. */
    Ratios ratios(ToDoubleFunction<Cost> respect) {
        List<Ratios.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            pairs.add(new Ratios.Pair(respect.applyAsDouble(ours.get(i)), respect.applyAsDouble(floor.get(i))));
        }
        return new Ratios(pairs);
    }

    /** The medians of ours. */
    Counts typical() {
        return new Counts(
                ratios(cost -> cost.counts().statements()).ours(),
                ratios(cost -> cost.counts().transactions()).ours(),
                ratios(cost -> cost.counts().sharedBuffers()).ours(),
                ratios(Cost::walBytes).ours(),
                ratios(cost -> cost.counts().walSyncs()).ours(),
                ratios(Cost::cpuMillis).ours());
    }

    /** The medians of the floor. */
    Counts typicalOfFloor() {
        return new Costs(floor, ours).typical();
    }
}
