package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionValues;

class ComparisonTest {

    @Test
    void a_record_as_the_portal_wants_it_needs_nothing_sent() {
        assertThat(compare(52_401, 52_398, null, 52_401)).isInstanceOf(Comparison.AsWanted.class);
    }

    @Test
    void a_record_as_it_was_is_sent_over() {
        assertThat(compare(52_398, 52_398, null, 52_401)).isInstanceOf(Comparison.Unchanged.class);
    }

    @Test
    void a_record_as_an_unanswered_try_left_it_is_ours() {
        assertThat(compare(52_400, 52_398, 52_400, 52_401)).isEqualTo(new Comparison.ArrivedEarlier(7));
    }

    @Test
    void anything_else_was_changed_in_OnTime() {
        assertThat(compare(52_390, 52_398, 52_400, 52_401)).isInstanceOf(Comparison.Changed.class);
    }

    private static Comparison compare(int now, int base, @Nullable Integer sent, int wanted) {
        var tries = sent == null ? List.<Comparison.Sent>of() : List.of(new Comparison.Sent(7, values(sent)));
        return Comparison.of(record(now), record(base), tries, values(wanted));
    }

    private static UserSession record(int endMileage) {
        return new UserSession(null, null, null, LogInType.DRIVER, null, null, 52_310, endMileage, "{}");
    }

    private static UserSessionValues values(int endMileage) {
        return record(endMileage).values();
    }
}
