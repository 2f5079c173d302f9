package org.sessiondesk.ui.sessions.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand.Correct;
import org.sessiondesk.session.SessionCommand.Create;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

class SplitPlanTest {

    private static final UUID DRIVER = UUID.randomUUID();
    private static final UUID VAN = UUID.randomUUID();
    private static final UUID OTHER_VAN = UUID.randomUUID();
    private static final Instant MORNING = Instant.parse("2026-06-02T14:00:00Z");
    private static final Instant NOON = MORNING.plus(Duration.ofHours(5));
    private static final Instant EVENING = MORNING.plus(Duration.ofHours(10));

    @Test
    void the_session_ends_where_the_second_one_begins_and_that_one_takes_what_remains() {
        var plan = plan(EVENING);

        assertThat(plan.first())
                .isEqualTo(new SessionValues(DRIVER, VAN, LogInType.DRIVER, MORNING, NOON, 1_000, 1_040));
        assertThat(plan.second())
                .isEqualTo(new SessionValues(DRIVER, OTHER_VAN, LogInType.DRIVER, NOON, EVENING, 8_100, 8_147));
        var session = UUID.randomUUID();
        var commands = plan.commands(session, 7, Reason.FORGOT_LOG_OUT, null, UUID.randomUUID());
        assertThat(commands).hasSize(2);
        assertThat(commands.getFirst()).isInstanceOfSatisfying(Correct.class, correct -> {
            assertThat(correct.session()).isEqualTo(session);
            assertThat(correct.expectedVersion()).isEqualTo(7);
            assertThat(correct.values()).isEqualTo(plan.first());
            assertThat(correct.changed()).containsExactlyInAnyOrder(SessionField.LOG_OUT, SessionField.END_MILEAGE);
        });
        assertThat(commands.getLast())
                .isInstanceOfSatisfying(
                        Create.class, create -> assertThat(create.values()).isEqualTo(plan.second()));
    }

    @Test
    void of_an_open_session_the_part_that_is_still_driven_stays_OnTimes() {
        var plan = plan(null);

        assertThat(plan.kept()).isEqualTo(plan.second());
        assertThat(plan.kept().logOut()).isNull();
        assertThat(plan.added()).isEqualTo(plan.first());
        assertThat(plan.added().logOut()).isEqualTo(NOON);
    }

    private static SplitPlan plan(@Nullable Instant logOut) {
        var whole = new SessionValues(DRIVER, VAN, LogInType.DRIVER, MORNING, logOut, 1_000, 8_147);
        return new SplitPlan(whole, NOON, 1_040, OTHER_VAN, 8_100, 8_147);
    }
}
