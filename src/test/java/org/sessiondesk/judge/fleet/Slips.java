package org.sessiondesk.judge.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a hand makes of a number. Each gives another number than the true one, or nothing. */
final class Slips {

    /** The keys beside each digit in the row over the letters, and on the number pad. */
    private static final List<String> IN_ROW = List.of("9", "2", "13", "24", "35", "46", "57", "68", "79", "80");

    private static final List<String> ON_PAD =
            List.of("12", "024", "0135", "26", "157", "2468", "359", "48", "579", "68");

    private final Dice dice;

    Slips(Dice dice) {
        this.dice = dice;
    }

    /** Two neighbours change places. */
    Optional<Integer> transposed(int number) {
        String digits = "" + number;
        var places = IntStream.range(0, digits.length() - 1)
                .filter(i -> digits.charAt(i) != digits.charAt(i + 1))
                .filter(i -> i > 0 || digits.charAt(1) != '0')
                .boxed()
                .toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int i = dice.oneOf(places);
        return another(
                number, digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2));
    }

    Optional<Integer> dropped(int number) {
        String digits = "" + number;
        int i = dice.between(0, digits.length() - 1);
        return another(number, digits.substring(0, i) + digits.substring(i + 1));
    }

    Optional<Integer> doubled(int number) {
        String digits = "" + number;
        int i = dice.between(0, digits.length() - 1);
        return another(number, digits.substring(0, i + 1) + digits.substring(i));
    }

    Optional<Integer> neighbourKey(int number) {
        String digits = "" + number;
        int i = dice.between(0, digits.length() - 1);
        String keys = (dice.chance(0.5) ? IN_ROW : ON_PAD).get(digits.charAt(i) - '0');
        return replaced(number, i, keys.charAt(dice.between(0, keys.length() - 1)));
    }

    Optional<Integer> wrongDigit(int number) {
        return replaced(number, dice.between(0, ("" + number).length() - 1), (char) ('0' + dice.between(0, 9)));
    }

    private static Optional<Integer> replaced(int number, int place, char digit) {
        String digits = "" + number;
        return another(number, digits.substring(0, place) + digit + digits.substring(place + 1));
    }

    /** A number keeps its look: nobody writes a zero in front. */
    private static Optional<Integer> another(int number, String written) {
        return written.isEmpty() || written.length() > 8 || written.length() > 1 && written.charAt(0) == '0'
                ? Optional.empty()
                : Optional.of(Integer.parseInt(written)).filter(other -> other != number);
    }
}
