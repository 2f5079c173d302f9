package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** What counts in no total is in no sign-off either. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class UncountedSessionsDatabaseTest {

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2008, 1, 1).plusWeeks(8L * TESTS.incrementAndGet());
    private final UUID driver = UUID.randomUUID();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SessionCorrections corrections;

    private UUID counted;
    private UUID other;

    @BeforeEach
    void twoSessionsOfADay() {
        FindingDesk.signIn(Role.SUPERVISOR);
        counted = days.read(SignOffDesk.shift(driver, day, "07:00", "11:00"));
        other = days.read(SignOffDesk.shift(driver, day, "12:00", "13:00"));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void what_is_left_out_is_not_signed() {
        corrections.apply(
                List.of(new SessionCommand.LeaveOut(other, desk.session(other).version(), Reason.TEST_LOG_IN, null)));

        signsTheOtherOneOnly();
    }

    @Test
    void what_vanished_from_OnTime_is_not_signed() {
        var ontimeId = desk.session(other).ontimeId();
        assertThat(ontimeId).isNotNull();
        desk.vanish(ontimeId);

        signsTheOtherOneOnly();
    }

    private void signsTheOtherOneOnly() {
        assertThat(days.sign(driver, day, counted, other)).isInstanceOf(SignOutcome.Stale.class);
        assertThat(days.sign(driver, day, counted)).isInstanceOfSatisfying(SignOutcome.Signed.class, signed -> {
            assertThat(signed.signOff().totals().driver()).isEqualTo(Duration.ofHours(4));
            assertThat(signed.signOff().totals().sessions()).isEqualTo(1);
        });
    }
}
