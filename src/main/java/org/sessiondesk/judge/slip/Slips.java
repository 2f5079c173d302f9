package org.sessiondesk.judge.slip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sessiondesk.judge.Cause;

/**
 * Everything that could have been meant by a number within bounds, if one slip was made. Costs are those of the slip
 * given that one was made: how often people make that kind, shared among the ways to make it in a number of six digits.
 */
public final class Slips {

    private static final double ADJACENT_SWAPPED = 3.2;
    private static final double FAR_SWAPPED = 6.0;
    private static final double DROPPED = 3.7;
    private static final double DOUBLED = 3.7;
    private static final double ADDED = 7.0;
    private static final double NEIGHBOUR = 4.3;
    private static final double WRONG = 5.6;

    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000L
    };

    private final int seen;
    private final int low;
    private final int high;
    private final int[] digits;
    private final Map<Integer, Slip> found = new HashMap<>();

    private Slips(int seen, int low, int high) {
        this.seen = seen;
        this.low = low;
        this.high = high;
        this.digits = new int[Integer.toString(seen).length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (int) (seen / power(digits.length - 1 - i) % 10);
        }
    }

    /** The likeliest slip for each number from {@code low} to {@code high}, the cheapest first. */
    public static List<Slip> of(int seen, int low, int high) {
        if (seen <= 0 || low > high) {
            return List.of();
        }
        Slips slips = new Slips(seen, low, high);
        slips.swapped();
        slips.longer();
        slips.shorter();
        slips.another();
        Collection<Slip> all = slips.found.values();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Slip> sorted = new ArrayList<>(all);
        sorted.sort((a, b) ->
                a.cost() != b.cost() ? Double.compare(a.cost(), b.cost()) : Integer.compare(a.meant(), b.meant()));
        return sorted;
    }

    private void swapped() {
        for (int i = 0; i < digits.length; i++) {
            for (int j = i + 1; j < digits.length; j++) {
                long meant = seen
                        + (digits[j] - digits[i]) * power(digits.length - 1 - i)
                        + (digits[i] - digits[j]) * power(digits.length - 1 - j);
                offer(meant, j == i + 1 ? ADJACENT_SWAPPED : FAR_SWAPPED, Cause.DIGITS_SWAPPED, i + 1, j + 1);
            }
        }
    }

    /** The number meant has a digit more. */
    private void longer() {
        for (int i = 0; i <= digits.length; i++) {
            long power = power(digits.length - i);
            long without = seen / power * 10 * power + seen % power;
            for (int digit = Math.max(i == 0 ? 1 : 0, least(without, power)); digit <= most(without, power); digit++) {
                offer(without + digit * power, DROPPED, Cause.DIGIT_DROPPED, i + 1, 0);
            }
        }
    }

    /** The number meant has a digit less. */
    private void shorter() {
        for (int i = 0; i < digits.length && digits.length > 1; i++) {
            long power = power(digits.length - 1 - i);
            long meant = seen / (power * 10) * power + seen % power;
            boolean doubled = i > 0 && digits[i - 1] == digits[i];
            offer(meant, doubled ? DOUBLED : ADDED, doubled ? Cause.DIGIT_DOUBLED : Cause.DIGIT_ADDED, i + 1, 0);
        }
    }

    private void another() {
        for (int i = 0; i < digits.length; i++) {
            long power = power(digits.length - 1 - i);
            long without = seen - digits[i] * power;
            for (int digit = least(without, power); digit <= most(without, power); digit++) {
                boolean beside = Keys.beside(digit, digits[i]);
                offer(
                        without + digit * power,
                        beside ? NEIGHBOUR : WRONG,
                        beside ? Cause.NEIGHBOUR_KEY : Cause.DIGIT_WRONG,
                        i + 1,
                        0);
            }
        }
    }

    /** The lowest digit that brings a number to the bounds, at a place where it has a 0. */
    private int least(long without, long power) {
        return low <= without ? 0 : (int) Math.min(10, (low - without + power - 1) / power);
    }

    /** As {@link #least}, the highest. */
    private int most(long without, long power) {
        return high < without ? -1 : (int) Math.min(9, (high - without) / power);
    }

    private void offer(long meant, double cost, Cause cause, int place, int otherPlace) {
        if (meant < low || meant > high || meant == seen) {
            return;
        }
        found.merge((int) meant, new Slip((int) meant, cost, cause, place, otherPlace), Slips::either);
    }

    /** Two ways to write the same: the likelier one is told, and each adds to how likely it is. */
    private static Slip either(Slip one, Slip other) {
        Slip told = other.cost() < one.cost() ? other : one;
        double cost = -Math.log(Math.exp(-one.cost()) + Math.exp(-other.cost()));
        return new Slip(told.meant(), cost, told.cause(), told.place(), told.otherPlace());
    }

    private static long power(int exponent) {
        return POWERS[exponent];
    }
}
