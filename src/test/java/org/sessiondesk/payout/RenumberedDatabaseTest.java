package org.sessiondesk.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who gets another payroll number between two exports is told with the next one that pays them. */
@DatabaseTest
@Import(FindingDesk.class)
class RenumberedDatabaseTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    @Autowired
    private PayExports exports;

    @Autowired
    private PayrollNumbers numbers;

    private final SignedDays days;

    RenumberedDatabaseTest(@Autowired TestDatabase database) {
        this.days = new SignedDays(database);
    }

    @BeforeEach
    void aClerk() {
        days.none();
        FindingDesk.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void another_number_is_told_until_an_export_has_paid_under_it_and_in_that_one_for_good() {
        var ruiz = days.driver("Ruiz, Marco");
        numbers.set(ruiz, "1042");
        days.sign(ruiz, MONDAY, EIGHT_HOURS, 88L);
        assertThat(exports.due(WEEK, 0).renumbered()).as("never paid before").isEmpty();
        make();
        numbers.set(ruiz, "1043");
        assertThat(exports.due(WEEK, 0).renumbered()).as("nothing is due").isEmpty();
        days.sign(ruiz, MONDAY.plusDays(1), EIGHT_HOURS, 88L);

        var told = new Renumbered(ruiz, "Ruiz, Marco", MONDAY, 1, "1042", "1043");
        assertThat(exports.due(WEEK, 0).renumbered()).containsExactly(told);
        make();
        days.sign(ruiz, MONDAY.plusDays(2), EIGHT_HOURS, 88L);
        assertThat(exports.due(WEEK, 0).renumbered()).isEmpty();
        make();
        numbers.set(ruiz, "1044");

        assertThat(in(1)).isEmpty();
        assertThat(in(2)).containsExactly(told);
        assertThat(in(3)).isEmpty();
    }

    @Test
    void a_difference_alone_tells_it_too() {
        var ruiz = days.driver("Ruiz, Marco");
        numbers.set(ruiz, "1042");
        var monday = days.sign(ruiz, MONDAY, EIGHT_HOURS, 88L);
        make();
        numbers.set(ruiz, "1043");
        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofHours(7), 88L);

        assertThat(exports.due(WEEK, 0).renumbered())
                .containsExactly(new Renumbered(ruiz, "Ruiz, Marco", MONDAY, 1, "1042", "1043"));
    }

    @Test
    void a_number_that_was_missing_and_others_of_whom_nothing_is_due_are_no_news() {
        var lee = days.driver("Lee, Jo");
        var ruiz = days.driver("Ruiz, Marco");
        numbers.set(ruiz, "1042");
        days.sign(lee, MONDAY, EIGHT_HOURS, 88L);
        days.sign(ruiz, MONDAY, EIGHT_HOURS, 88L);
        make();
        numbers.set(lee, "1040");
        numbers.set(ruiz, "1043");
        days.sign(lee, MONDAY.plusDays(1), EIGHT_HOURS, 88L);

        assertThat(exports.due(WEEK, 0).renumbered()).isEmpty();
    }

    private List<Renumbered> in(long number) {
        return exports.renumbered(exports.find(number).orElseThrow());
    }

    private void make() {
        assertThat(exports.make(WEEK, exports.due(WEEK, 0).summary())).isInstanceOf(MakeOutcome.Made.class);
    }
}
