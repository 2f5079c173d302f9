package org.sessiondesk.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.finding.check.RecheckLoop;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.testing.Example;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Sessions as a reading brings them, by the hundred, and their commonest correction. Import it into a bench. */
@TestComponent
class BenchSessions {

    private static final int BATCH = 500;
    private static final Instant FIRST = Instant.parse("2026-06-02T13:58:07.123456Z");

    private final SessionIntake intake;
    private final DriverSessions sessions;
    private final SessionCorrections corrections;
    private final UserSessionText texts;
    private final RecheckLoop findings;
    private int made;

    BenchSessions(
            SessionIntake intake,
            DriverSessions sessions,
            SessionCorrections corrections,
            UserSessionText texts,
            RecheckLoop findings) {
        this.intake = intake;
        this.sessions = sessions;
        this.corrections = corrections;
        this.texts = texts;
        this.findings = findings;
    }

    /** This thread is a supervisor's from now on. */
    static void signIn() {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "anna@demo.test", "Anna", Role.SUPERVISOR, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }

    /** New ones, none corrected yet; to be taken one after another. Nobody judges them beside: Recheck measures that. */
    Iterator<DriverSession> read(int many) {
        findings.stop();
        List<DriverSession> all = new ArrayList<>();
        for (int left = many; left > 0; left -= BATCH) {
            List<SessionIntake.Read> reads = new ArrayList<>();
            for (int i = 0; i < Math.min(left, BATCH); i++) {
                reads.add(new SessionIntake.Read(record(), null));
            }
            intake.take(reads);
            for (SessionIntake.Read read : reads) {
                all.add(sessions.findByOntimeId(
                                Objects.requireNonNull(read.record().id()))
                        .orElseThrow());
            }
        }
        return all.iterator();
    }

    /** Puts its end mileage right, with a note. */
    void correct(DriverSession session) {
        var outcome = corrections.apply(List.of(Example.endMileage(session, 52_398, "told by phone")));
        if (!(outcome.getFirst() instanceof Saved)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /** Corrects the next so many. */
    void correct(Iterator<DriverSession> next, int many) {
        for (int i = 0; i < many; i++) {
            correct(next.next());
        }
    }

    private UserSession record() {
        Instant logIn = FIRST.plus(Duration.ofMinutes(made++));
        String text = """
                {"ID":"%s","UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s",\
                "StartMileage":52310,"EndMileage":52130}""".formatted(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), logIn, logIn.plus(Duration.ofHours(8)));
        if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session)) {
            return session;
        }
        throw new IllegalStateException(text);
    }
}
