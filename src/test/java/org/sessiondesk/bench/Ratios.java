package org.sessiondesk.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What pairs of runs said. */
record Ratios(List<Pair> pairs) {

    /** One run of ours and one of the floor, close together. */
    record Pair(double ours, double floor) {

        double ratio() {
            return ours / floor;
        }
    }

    Ratios {
        pairs = List.copyOf(pairs);
    }

    /** Floor ÷ ours: of times, how much of the floor's throughput is reached. */
    Ratios asThroughput() {
        return new Ratios(
                pairs.stream().map(pair -> new Pair(pair.floor(), pair.ours())).toList());
    }

    double median() {
        return middle(Pair::ratio);
    }

    double lowest() {
        return pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow();
    }

    double highest() {
        return pairs.stream().mapToDouble(Pair::ratio).max().orElseThrow();
    }

    /** The median of what stands above the line. */
    double ours() {
        return middle(Pair::ours);
    }

    /** The median of what stands below it. */
    double floor() {
        return middle(Pair::floor);
    }

    private double middle(ToDoubleFunction<Pair> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
