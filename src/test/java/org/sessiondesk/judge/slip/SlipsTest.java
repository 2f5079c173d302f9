package org.sessiondesk.judge.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.sessiondesk.judge.Cause;

class SlipsTest {

    @Test
    void each_kind_of_slip_is_undone_and_says_where() {
        assertThat(Slips.of(51_230, 52_130, 52_130).getFirst())
                .extracting(Slip::cause, Slip::place, Slip::otherPlace)
                .containsExactly(Cause.DIGITS_SWAPPED, 2, 3);
        assertThat(Slips.of(5_230, 51_230, 51_230).getFirst())
                .extracting(Slip::cause, Slip::place)
                .containsExactly(Cause.DIGIT_DROPPED, 2);
        assertThat(Slips.of(511_230, 51_230, 51_230).getFirst().cause()).isEqualTo(Cause.DIGIT_DOUBLED);
        assertThat(Slips.of(517_230, 51_230, 51_230).getFirst())
                .extracting(Slip::cause, Slip::place)
                .containsExactly(Cause.DIGIT_ADDED, 3);
        assertThat(Slips.of(54_230, 51_230, 51_230).getFirst().cause()).isEqualTo(Cause.NEIGHBOUR_KEY);
        assertThat(Slips.of(58_230, 51_230, 51_230).getFirst().cause()).isEqualTo(Cause.DIGIT_WRONG);
    }

    @Test
    void a_digit_that_may_have_been_dropped_at_several_places_is_likelier() {
        double once = Slips.of(2_345, 27_345, 27_345).getFirst().cost();
        double oneOfFour = Slips.of(2_555, 25_555, 25_555).getFirst().cost();

        assertThat(oneOfFour).isLessThan(once);
    }

    @Test
    void nothing_outside_the_bounds_is_offered_and_the_cheapest_comes_first() {
        assertThat(Slips.of(52_130, 52_000, 52_129))
                .isNotEmpty()
                .allSatisfy(slip -> assertThat(slip.meant()).isBetween(52_000, 52_129))
                .isSortedAccordingTo(Comparator.comparingDouble(Slip::cost));
        assertThat(Slips.of(0, 0, 100)).isEmpty();
        assertThat(Slips.of(52_130, 60, 50)).isEmpty();
    }
}
