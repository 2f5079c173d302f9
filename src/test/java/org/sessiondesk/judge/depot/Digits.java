package org.sessiondesk.judge.depot;

import java.util.Random;
import org.sessiondesk.judge.Mistake.Kind;

/** What becomes of a number on its way from the eye to the key. */
final class Digits {

    /** A telephone's keys, as phones and terminals have them. */
    private static final String[] BESIDE = {"8", "24", "135", "26", "157", "2468", "359", "48", "5790", "68"};

    private Digits() {}

    /** Another number; the same one where this slip isn't possible. */
    static int slip(Kind kind, int number, Random random) {
        var digits = new StringBuilder().append(number);
        int i = random.nextInt(digits.length());
        switch (kind) {
            case TRANSPOSED_DIGITS -> {
                if (digits.length() == 1) {
                    return number;
                }
                int j = Math.max(1, i);
                char first = digits.charAt(j - 1);
                digits.setCharAt(j - 1, digits.charAt(j));
                digits.setCharAt(j, first);
            }
            case DROPPED_DIGIT -> digits.deleteCharAt(i);
            case DOUBLED_DIGIT -> digits.insert(i, digits.charAt(i));
            case NEIGHBOUR_KEY -> {
                var keys = BESIDE[digits.charAt(i) - '0'];
                digits.setCharAt(i, keys.charAt(random.nextInt(keys.length())));
            }
            default -> digits.setCharAt(i, (char) ('0' + random.nextInt(10)));
        }
        return digits.isEmpty() || digits.charAt(0) == '0' ? number : Integer.parseInt(digits.toString());
    }
}
