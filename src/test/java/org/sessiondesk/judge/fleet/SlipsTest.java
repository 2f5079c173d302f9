package org.sessiondesk.judge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlipsTest {

    private final Slips slips = new Slips(new Dice(1));

    private static List<Integer> all(Slip slip, int number) {
        return Stream.generate(() -> slip.of(number))
                .limit(500)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private interface Slip {
        Optional<Integer> of(int number);
    }

    @Test
    void neighbours_change_places() {
        assertThat(all(slips::transposed, 40_552)).containsExactly(40_525, 45_052);
    }

    @Test
    void a_digit_is_left_out() {
        assertThat(all(slips::dropped, 40_552)).containsExactly(4_052, 4_055, 4_552);
    }

    @Test
    void a_digit_is_typed_twice() {
        assertThat(all(slips::doubled, 40_552)).containsExactly(400_552, 405_522, 405_552, 440_552);
    }

    @Test
    void the_key_beside_is_hit() {
        assertThat(all(slips::neighbourKey, 7)).containsExactly(4, 6, 8);
    }

    @Test
    void another_digit_is_written() {
        assertThat(all(slips::wrongDigit, 31))
                .hasSize(8 + 9)
                .contains(11, 91, 30, 39)
                .doesNotContain(31, 1);
    }
}
