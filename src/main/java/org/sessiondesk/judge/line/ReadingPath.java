package org.sessiondesk.judge.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The likeliest story of a stretch of readings: which are true, what the others were, where the odometer changed. */
final class ReadingPath {

    private static final int WRONG_IN_A_ROW = 9;

    private final List<Spot> spots;
    private final Links links;
    private final Map<Integer, Double> strangers;

    private final double[][] best;
    private final double[] least;
    private final int[][] from;
    private final boolean[][] broke;
    private final @Nullable Guess[] chosen;
    private final boolean[] breaks;
    private double total;

    /** @param strangers for each leg that may be another vehicle's, what that costs */
    ReadingPath(List<Spot> spots, Links links, Map<Integer, Double> strangers) {
        this.spots = spots;
        this.links = links;
        this.strangers = new HashMap<>(strangers);
        this.best = new double[spots.size()][];
        this.least = new double[spots.size()];
        this.from = new int[spots.size()][];
        this.broke = new boolean[spots.size()][];
        this.chosen = new @Nullable Guess[spots.size()];
        this.breaks = new boolean[spots.size()];
        forward();
        backward();
    }

    List<Spot> spots() {
        return spots;
    }

    /** What a reading is taken for; none if nobody can tell from the hand that wrote it. */
    @Nullable
    Guess chosen(int spot) {
        return chosen[spot];
    }

    /** Whether the odometer seems to be another one from here on. */
    boolean breaksBefore(int spot) {
        return breaks[spot];
    }

    double total() {
        return total;
    }

    /** The nearest spot before or after one that is told, or -1. */
    int told(int spot, boolean before) {
        int i = before ? spot - 1 : spot + 1;
        while (i >= 0 && i < spots.size() && chosen[i] == null) {
            i += before ? -1 : 1;
        }
        return i >= spots.size() ? -1 : i;
    }

    private void forward() {
        for (int p = 0; p < spots.size(); p++) {
            List<Guess> guesses = spots.get(p).guesses();
            best[p] = new double[guesses.size()];
            from[p] = new int[guesses.size()];
            broke[p] = new boolean[guesses.size()];
            Arrays.fill(best[p], Double.MAX_VALUE);
            least[p] = Double.MAX_VALUE;
            double[] skips = skips(p);
            for (int g = 0; g < guesses.size(); g++) {
                reach(p, g, guesses.get(g), skips);
                least[p] = Math.min(least[p], best[p][g]);
            }
        }
    }

    /** What it costs that so many spots right before one are all wrong and untold: none, one, and so on. */
    private double[] skips(int p) {
        double[] skips = new double[Math.min(p, WRONG_IN_A_ROW + 1) + 1];
        for (int many = 0; many < skips.length; many++) {
            skips[many] = skip(p - many, p);
        }
        return skips;
    }

    /** @param skips what it costs that so many right before it are all wrong and untold */
    private void reach(int p, int g, Guess guess, double[] skips) {
        Spot spot = spots.get(p);
        boolean needsPartner = guess.swapped() && !spot.atStart();
        if (p <= WRONG_IN_A_ROW && !needsPartner) {
            best[p][g] = skips[p] + guess.cost();
            from[p][g] = -1;
        }
        for (int q = p - 1; q >= Math.max(0, p - 1 - WRONG_IN_A_ROW); q--) {
            Spot before = spots.get(q);
            double skipped = skips[p - 1 - q] + guess.cost();
            if (least[q] + skipped + Costs.UNIT_AGAIN >= best[p][g]) {
                continue;
            }
            boolean together = before.leg() == spot.leg();
            for (int h = 0; h < before.guesses().size(); h++) {
                Guess old = before.guesses().get(h);
                boolean swapStarts = old.swapped() && before.atStart();
                if (swapStarts != (needsPartner && together) || needsPartner && !together) {
                    continue;
                }
                if (best[q][h] + skipped + Costs.UNIT_AGAIN >= best[p][g]) {
                    continue;
                }
                double link = links.between(
                        before.leg(), before.atStart(), old.value(), spot.leg(), spot.atStart(), guess.value());
                if (together && old.unit() && guess.unit()) {
                    link += Costs.UNIT_AGAIN;
                }
                boolean breaking = !together && link > Costs.BREAK;
                double cost = best[q][h] + skipped + (breaking ? Costs.BREAK : link);
                if (cost < best[p][g]) {
                    best[p][g] = cost;
                    from[p][g] = q * 1_000 + h;
                    broke[p][g] = breaking;
                }
            }
        }
    }

    /** What it costs that the spots of a range are all wrong and untold. */
    private double skip(int fromSpot, int untilSpot) {
        double cost = 0;
        for (int i = fromSpot; i < untilSpot; i++) {
            Spot spot = spots.get(i);
            boolean both = i + 1 < untilSpot && spots.get(i + 1).leg() == spot.leg();
            if (both) {
                cost += strangers.getOrDefault(spot.leg(), 2 * Costs.UNKNOWN);
                i++;
            } else if (links.line().leg(spot.leg()).whole()) {
                cost += Costs.UNKNOWN;
            } else {
                cost += strangers.getOrDefault(spot.leg(), Costs.UNKNOWN);
            }
        }
        return cost;
    }

    private void backward() {
        int end = -1;
        int guess = -1;
        total = Double.MAX_VALUE;
        for (int p = spots.size() - 1; p >= Math.max(0, spots.size() - 1 - WRONG_IN_A_ROW); p--) {
            double tail = skip(p + 1, spots.size());
            for (int g = 0; g < best[p].length; g++) {
                boolean halfSwapped =
                        spots.get(p).guesses().get(g).swapped() && spots.get(p).atStart();
                if (!halfSwapped && best[p][g] + tail < total) {
                    total = best[p][g] + tail;
                    end = p;
                    guess = g;
                }
            }
        }
        while (end >= 0) {
            chosen[end] = spots.get(end).guesses().get(guess);
            breaks[end] = broke[end][guess];
            int back = from[end][guess];
            end = back < 0 ? -1 : back / 1_000;
            guess = back < 0 ? -1 : back % 1_000;
        }
    }

    /** The legs of which both readings are there and neither is told. */
    List<Integer> untoldPairs() {
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < spots.size(); i++) {
            if (chosen[i] == null
                    && chosen[i + 1] == null
                    && spots.get(i).leg() == spots.get(i + 1).leg()) {
                pairs.add(spots.get(i).leg());
            }
        }
        return pairs;
    }

    /** Whether no reading of a leg is told. */
    boolean untold(int leg) {
        for (int i = 0; i < spots.size(); i++) {
            if (spots.get(i).leg() == leg && chosen[i] != null) {
                return false;
            }
        }
        return true;
    }

    /** Whether the only reading of a leg isn't told. */
    boolean hasLoneUntold() {
        for (int i = 0; i < spots.size(); i++) {
            if (chosen[i] == null && !links.line().leg(spots.get(i).leg()).whole()) {
                return true;
            }
        }
        return false;
    }

    boolean hasBreak() {
        for (boolean here : breaks) {
            if (here) {
                return true;
            }
        }
        return false;
    }
}
