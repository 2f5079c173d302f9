package org.sessiondesk.finding.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionIntake.Missing;
import org.sessiondesk.session.SessionIntake.Read;
import org.sessiondesk.session.SessionValues;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Moves sessions through their doors, and says what is found and what should be. Import it into a database test. */
@TestComponent
public class FindingDesk {

    private final SessionIntake intake;
    private final SessionCorrections corrections;
    private final DriverSessions sessions;
    private final UserSessionText texts;
    private final Recheck recheck;
    private final DueSessions due;
    private final LineRows rows;
    private final AllSessions all;
    private final StoredLimits limits;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    FindingDesk(
            SessionIntake intake,
            SessionCorrections corrections,
            DriverSessions sessions,
            UserSessionText texts,
            Recheck recheck,
            DueSessions due,
            LineRows rows,
            AllSessions all,
            StoredLimits limits,
            JdbcClient jdbc,
            InstantSource clock) {
        this.intake = intake;
        this.corrections = corrections;
        this.sessions = sessions;
        this.texts = texts;
        this.recheck = recheck;
        this.due = due;
        this.rows = rows;
        this.all = all;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** This thread is somebody's from now on. */
    public static Person signIn(Role role) {
        var person = new Person(UUID.randomUUID(), "anna@demo.test", "Anna", role, false);
        var principal = new SignedIn(person);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        return person;
    }

    /** OnTime says that a session, by its own ID, has these values. */
    public UUID read(UUID ontimeId, SessionValues values) {
        var seen = intake.seen(List.of(ontimeId)).get(ontimeId);
        intake.take(List.of(new Read(record(ontimeId, values), seen)));
        return byOntimeId(ontimeId).id();
    }

    /** Many at once, all new, as a list of them would bring. */
    public List<UUID> readAll(List<SessionValues> values) {
        var ids = values.stream().map(_ -> UUID.randomUUID()).toList();
        var reads = new ArrayList<Read>();
        for (int i = 0; i < ids.size(); i++) {
            reads.add(new Read(record(ids.get(i), values.get(i)), null));
        }
        for (int from = 0; from < reads.size(); from += SessionIntake.MOST_RECORDS) {
            intake.take(reads.subList(from, Math.min(reads.size(), from + SessionIntake.MOST_RECORDS)));
        }
        return ids.stream().map(id -> byOntimeId(id).id()).toList();
    }

    public void vanish(UUID ontimeId) {
        intake.vanish(
                List.of(new Missing(ontimeId, intake.seen(List.of(ontimeId)).get(ontimeId))));
    }

    public DriverSession byOntimeId(UUID ontimeId) {
        return sessions.findByOntimeId(ontimeId).orElseThrow();
    }

    public DriverSession session(UUID id) {
        return sessions.find(id).orElseThrow();
    }

    /** A person sets fields; whether that was saved. */
    public boolean correct(UUID session, SessionValues values, SessionField... fields) {
        var outcome = corrections
                .apply(List.of(new SessionCommand.Correct(
                        session,
                        session(session).version(),
                        values,
                        java.util.Set.of(fields),
                        Reason.READING_MISTYPED,
                        null)))
                .getFirst();
        return outcome instanceof CorrectionOutcome.Saved;
    }

    /** A person adds a session; null if that is refused. */
    public @Nullable UUID add(SessionValues values) {
        var outcome = corrections
                .apply(List.of(new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null)))
                .getFirst();
        return outcome instanceof CorrectionOutcome.Saved saved ? saved.session() : null;
    }

    public void discard(UUID session) {
        corrections.apply(
                List.of(new SessionCommand.Withdraw(session, session(session).version(), null)));
    }

    /** As OnTime would send it. */
    public UserSession record(UUID id, SessionValues values) {
        String text = """
                {"ID":"%s","UserID":%s,"Vehicle":%s,"LogInType":"Driver","LogInTime":"%s","LogOutTime":%s,\
                "StartMileage":%s,"EndMileage":%s}""".formatted(
                        id,
                        quoted(values.driver()),
                        quoted(values.vehicle()),
                        values.logIn(),
                        quoted(values.logOut()),
                        values.startMileage(),
                        values.endMileage());
        if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session)) {
            return session;
        }
        throw new IllegalArgumentException(text);
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    /** Until nothing is due any more, and whoever was at it is done. */
    public void settle() {
        for (int round = 0; round == 0 || due.any(); round++) {
            // Once a minute the portal itself makes due what hangs on the time, also right after the last batch.
            assertThat(round).as("rounds").isLessThan(20);
            while (recheck.batchInTurn() > 0) {
                // On: another batch.
            }
        }
    }

    /** As {@link #settle}, and until no check is wanted or under way any more, of all sessions or of a changed limit. */
    public void settleChecks() {
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            while (recheck.batchInTurn() > 0) {
                // On: another batch.
            }
            return jdbc.sql("""
                            select not f.wanted and (f.started_at is null or f.ended_at is not null)
                                   and l.distance is null and l.minutes is null
                            from full_check f, limits_check l
                            """).query(Boolean.class).single();
        });
        settle();
    }

    /** Checks all sessions, after whoever is at it: how many verdicts were not as stored. */
    public long checkAll() {
        return await().atMost(Duration.ofSeconds(30)).until(all::checkNow, differed -> differed >= 0);
    }

    /** What stands, by session, each as the judge says it. */
    public Map<UUID, List<Finding>> found() {
        var found = new TreeMap<UUID, List<Finding>>();
        jdbc.sql("select f.*, f.suggestions::text as suggestions from finding f")
                .query((row, _) -> StandingFindings.finding(row))
                .list()
                .forEach(finding -> found.computeIfAbsent(finding.session(), _ -> new ArrayList<>())
                        .add(finding));
        found.values().forEach(FindingDesk::sort);
        return found;
    }

    /** As {@link #found()}, of the sessions of some drivers. */
    public Map<UUID, List<Finding>> found(Collection<UUID> drivers) {
        var found = found();
        found.keySet()
                .retainAll(jdbc.sql("select id from driver_session where driver_id = any(:drivers)")
                        .param("drivers", drivers.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
        return found;
    }

    /** What the judge says of some drivers' sessions by the whole lines of all, read in one statement. */
    public Map<UUID, List<Finding>> expected(Collection<UUID> ofDrivers) {
        var now = clock.instant();
        var all = jdbc.sql("select " + LineRows.COLUMNS + " from driver_session s where " + LineRows.IN_LINE)
                .param("now", Columns.at(now))
                .param("began", Columns.at(now.minus(LineRows.LONGEST_SHIFT)))
                .query((row, _) -> LineRows.session(row))
                .list();
        var vehicles = new Lines();
        var drivers = new Lines();
        all.forEach(session -> {
            if (session.values().vehicle() != null) {
                vehicles.add(session.values().vehicle(), session);
            }
            if (session.values().driver() != null) {
                drivers.add(session.values().driver(), session);
            }
        });
        var between = rows.between(all);
        var newOdometers = rows.newOdometers(jdbc.sql("select distinct vehicle_id from new_odometer")
                .query(UUID.class)
                .list());
        var judging = new Judging(new Judge(limits.now()), new RememberedLines(new StoredOtherLines(jdbc, now)), now);
        var expected = new TreeMap<UUID, List<Finding>>();
        for (var session : all) {
            var driver = session.values().driver();
            if (driver == null || !ofDrivers.contains(driver)) {
                continue;
            }
            var inVehicle = place(session, session.values().vehicle());
            var inDriver = place(session, session.values().driver());
            var together = new ArrayList<>(Judge.together(
                    inVehicle == null
                            ? List.of()
                            : judging.inVehicleLine(
                                            vehicles.window(inVehicle),
                                            between,
                                            newOdometers.getOrDefault(inVehicle.line(), List.of()))
                                    .findings(),
                    inDriver == null
                            ? List.of()
                            : judging.inDriverLine(drivers.window(inDriver)).findings()));
            if (!together.isEmpty()) {
                sort(together);
                expected.put(session.id(), together);
            }
        }
        return expected;
    }

    private static @Nullable Place place(LineSession session, @Nullable UUID line) {
        return Place.of(line, session.values().logIn(), session.id());
    }

    private static void sort(List<Finding> findings) {
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::rule)
                .thenComparing(Finding::field));
    }

    /** Whether an error stands on it. */
    public boolean hasError(UUID session) {
        return found().getOrDefault(session, List.of()).stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    public Instant now() {
        return clock.instant();
    }
}
