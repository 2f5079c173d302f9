package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.SessionIntake;
import org.springframework.beans.factory.annotation.Autowired;

/** Sessions that a file brought before any reading. */
class SessionsOfFilesDatabaseTest extends ReadingBench {

    @Autowired
    private SessionIntake intake;

    @Autowired
    private UserSessionText texts;

    @Autowired
    private Comparisons comparisons;

    @Test
    void one_that_OnTime_lists_is_read_with_the_next_list_and_once() throws InterruptedException {
        readAll();
        var both = session(Duration.ofDays(2));
        file(both, Duration.ofDays(2));

        assertThat(callsAfter(6)).containsExactly(both);
        assertThat(callsAfter(6)).isEmpty();
    }

    @Test
    void one_that_OnTime_doesnt_list_is_asked_for_and_marked() throws InterruptedException {
        readAll();
        var onlyHere = UUID.randomUUID();
        file(onlyHere, Duration.ofDays(2));

        assertThat(callsAfter(6)).containsExactly(onlyHere);
        assertThat(sessions.findByOntimeId(onlyHere).orElseThrow().vanishedAt()).isNotNull();
    }

    @Test
    void many_that_OnTime_doesnt_list_are_compared_with_the_next_pass() throws InterruptedException {
        readAll();
        var onlyHere = new ArrayList<UUID>();
        for (int n = 0; n <= MissingRecords.AT_ONCE; n++) {
            onlyHere.add(UUID.randomUUID());
            file(onlyHere.getLast(), Duration.ofHours(30L + n));
        }

        assertThat(callsAfter(6)).isEmpty();
        assertThat(callsAfter(25 * 60)).containsExactlyInAnyOrderElementsOf(onlyHere);
        assertThat(comparisons.newest(1).getFirst().vanished()).isEqualTo(onlyHere.size());
    }

    @Test
    void one_that_a_file_brought_during_a_pass_belongs_to_the_next() throws InterruptedException {
        session(Duration.ofDays(2));
        readAll();
        callsAfter(25 * 60);
        file(UUID.randomUUID(), Duration.ofDays(3));

        assertThat(comparisons.newest(1).getFirst().cameTo()).isEqualTo(1);
        callsAfter(25 * 60);
        assertThat(comparisons.newest(1).getFirst().passDay()).isEqualTo(1);
    }

    @Test
    void one_that_is_older_than_any_list_is_asked_for_by_nobody() throws InterruptedException {
        readAll();
        file(UUID.randomUUID(), Duration.ofDays(40));

        assertThat(callsAfter(6)).isEmpty();
        assertThat(callsAfter(25 * 60)).isEmpty();
    }

    private List<UUID> callsAfter(long minutes) throws InterruptedException {
        clock.forward(Duration.ofMinutes(minutes));
        return sessionCalls(callsOf(this::readAll));
    }

    private void file(UUID id, Duration ago) {
        var logIn = clock.instant().minus(ago);
        var record = """
                {"ID":"%s","UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s",
                 "StartMileage":52310,"EndMileage":52390}
                """.formatted(id, ruiz, van, text(logIn), text(logIn.plus(Duration.ofHours(1))));
        if (!(texts.read(record) instanceof UserSessionText.Reading.Read(UserSession session))) {
            throw new AssertionError(record);
        }
        var report = intake.take(
                List.of(new SessionIntake.Read(session, null)),
                Fact.of("session.read", Actor.system()).detail("file", UUID.randomUUID()));
        assertThat(report.added()).isEqualTo(1);
    }
}
