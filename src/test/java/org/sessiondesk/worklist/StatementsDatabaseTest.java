package org.sessiondesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.testing.CountedStatements;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.Example;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** How many statements the main acts take, whatever the number of rows. */
@DatabaseTest
@Import(CountedStatements.class)
class StatementsDatabaseTest {

    private static final int MOST_OF_A_CORRECTION = 12;

    @Autowired
    private CountedStatements counted;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private SessionIntake intake;

    @Autowired
    private DriverSessions sessions;

    @Autowired
    private Worklist worklist;

    @Autowired
    private UserSessionText texts;

    @BeforeEach
    void supervisor() {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "anna@demo.test", "Anna", Role.SUPERVISOR, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_correction_with_its_note_delivery_and_audit_entry_takes_at_most_12() {
        var session = read(1).getFirst();

        var statements = counted.during(() -> correct(session, "told by phone"));

        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_OF_A_CORRECTION);
        assertThat(statements.getLast()).contains("audit_append");
    }

    @Test
    void a_correction_with_its_note_delivery_and_audit_entry_is_one_commit() {
        var session = read(1).getFirst();

        assertThat(counted.commitsDuring(() -> correct(session, "told by phone")))
                .isEqualTo(1);
    }

    @Test
    void a_second_correction_that_joins_the_waiting_delivery_takes_at_most_12() {
        var session = read(1).getFirst();
        correct(session, null);
        var again = sessions.find(session.id()).orElseThrow();

        assertThat(counted.during(() -> correct(again, "and again"))).hasSizeLessThanOrEqualTo(MOST_OF_A_CORRECTION);
    }

    @Test
    void a_page_takes_as_many_for_fifty_rows_as_for_five() {
        read(50);

        var ofFive = counted.during(() -> worklist.page(SessionFilter.ALL, SessionSort.NEWEST_FIRST, 0, 5));
        var ofFifty = counted.during(() -> worklist.page(SessionFilter.ALL, SessionSort.NEWEST_FIRST, 0, 50));

        assertThat(ofFive).hasSize(1);
        assertThat(ofFifty).hasSameSizeAs(ofFive);
    }

    @Test
    void one_session_takes_as_many_with_a_long_history_as_with_a_short_one() {
        var session = read(1).getFirst();
        correct(session, null);
        var ofOne = counted.during(() -> worklist.detail(session.id()));
        for (int i = 0; i < 5; i++) {
            correct(sessions.find(session.id()).orElseThrow(), "again");
        }

        var ofSix = counted.during(() -> worklist.detail(session.id()));

        assertThat(ofSix).hasSameSizeAs(ofOne);
        assertThat(ofOne).hasSizeLessThanOrEqualTo(MOST_OF_A_CORRECTION);
    }

    private void correct(DriverSession session, @Nullable String note) {
        var values = session.values();
        var endMileage = values.endMileage() == null ? 1 : values.endMileage() + 1;
        var outcome = corrections.apply(List.of(Example.endMileage(session, endMileage, note)));
        assertThat(outcome).singleElement().isInstanceOf(Saved.class);
    }

    private List<DriverSession> read(int many) {
        var reads = new ArrayList<SessionIntake.Read>();
        var logIn = Instant.parse("2026-06-02T13:58:00Z");
        for (int i = 0; i < many; i++) {
            var text = """
                    {"ID":"%s","UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s",\
                    "StartMileage":51118,"EndMileage":52130}""".formatted(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            logIn.plusSeconds(i),
                            logIn.plus(Duration.ofHours(8)));
            if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession record)) {
                reads.add(new SessionIntake.Read(record, null));
            }
        }
        intake.take(reads);
        return reads.stream()
                .map(read -> sessions.findByOntimeId(
                                Objects.requireNonNull(read.record().id()))
                        .orElseThrow())
                .toList();
    }
}
