package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.RequestPace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What is said of days that the first fill hasn't read, or not even listed, so that nobody signs them unawares. */
@WithMockUser(roles = "SUPERVISOR")
class UnreadDatabaseTest extends ReadingBench {

    private static final Integer NOT_LISTED = -1;

    @Autowired
    private ReadingLedger ledger;

    @Autowired
    private ReadingQueries queries;

    @Autowired
    private NewestReading newest;

    @Autowired
    private Caller caller;

    @Autowired
    private RequestPace pace;

    private Readings reading;
    private Instant began;

    @BeforeEach
    void sessionsOfThreeDays() {
        reading = new Readings(readingOn(), ledger, queries, newest, caller, pace, clock);
        began = clock.instant();
        session(Duration.ofHours(3));
        session(Duration.ofHours(30));
        session(Duration.ofHours(54));
    }

    @Test
    void a_day_that_was_not_listed_yet_may_have_any_number() throws InterruptedException {
        round.step();

        assertThat(unread(60, 50)).contains(NOT_LISTED);
        assertThat(unread(24 * 400, 24 * 399)).isEmpty();
    }

    @Test
    void a_session_that_is_only_known_to_be_of_these_24_hours_is_told_of_both_their_days() throws InterruptedException {
        listedDays(1);

        assertThat(unread(6, 0)).contains(1);
        assertThat(unread(23, 7)).contains(1);
    }

    @Test
    void a_day_that_was_read_is_whole_while_older_ones_are_not() throws InterruptedException {
        listedDays(2);

        assertThat(unread(20, 0)).isEmpty();
        assertThat(unread(31, 25)).contains(1);
        assertThat(unread(60, 50)).contains(NOT_LISTED);
        // A period of which one part was read and another isn't listed.
        assertThat(unread(60, 0)).contains(NOT_LISTED);
    }

    @Test
    void at_the_end_nothing_is_missing() throws InterruptedException {
        readAll();

        assertThat(unread(24 * 20, 0)).isEmpty();
    }

    /** How many are missing: what else is here is another test's. */
    private Optional<Integer> unread(int hoursAgo, int until) {
        return reading.unread(began.minus(Duration.ofHours(hoursAgo)), began.minus(Duration.ofHours(until)))
                .map(unread -> unread.total() == null ? NOT_LISTED : Integer.valueOf(unread.total() - unread.done()));
    }

    private void listedDays(int days) throws InterruptedException {
        for (int steps = 0; ledger.page().fillDaysListed() < days; steps++) {
            assertThat(steps).as("steps").isLessThan(50);
            round.step();
        }
        assertThat(Objects.requireNonNull(ledger.page().fillFrom())).isEqualTo(began);
    }
}
