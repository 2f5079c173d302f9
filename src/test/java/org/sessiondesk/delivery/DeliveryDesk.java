package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.Example;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A portal whose queue runs against the sandbox over HTTP, impatient so that tests are quick. */
@DatabaseTest
abstract class DeliveryDesk {

    static final Instant LOG_IN = Instant.parse("2026-06-02T13:58:00Z");

    /** The sandbox goes by this machine's clock, the portal by the database's, as well as it can tell. */
    static final Duration CLOCKS_APART = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** One for all classes, as the Spring context is; it ends with the process. */
    static final OnTimeSandbox ontime = OnTimeSandbox.start(Example.sandboxFolder());

    @Autowired
    Scheduler queue;

    @Autowired
    DriverSessions sessions;

    @Autowired
    SessionCorrections corrections;

    @Autowired
    SessionIntake intake;

    @Autowired
    OnTimeClient client;

    @Autowired
    Gate gate;

    @Autowired
    DeliveryDecisions decisions;

    @Autowired
    Deliveries deliveriesShown;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @DynamicPropertySource
    static void impatient(DynamicPropertyRegistry settings) {
        Example.deliverAtOnce(settings, ontime);
        // A busy machine stands still for seconds: no exchange but one that is to be given up is.
        settings.add("sessiondesk.ontime.exchange-timeout", () -> "10s");
        settings.add("sessiondesk.connection.pause", () -> "200ms");
        settings.add("sessiondesk.connection.longest-pause", () -> "400ms");
    }

    @BeforeEach
    void aQuietOnTimeAndASupervisor() {
        ontime.clearFaults();
        ontime.limits(1_000_000, 10_000_000, 0, 0);
        database.sql().sql("""
                        update ontime_gate
                        set closed_why = null, closed_words = null, closed_by = null, closed_at = null, probe_at = null,
                            paused_until = null, failures = 0, failing_since = null, failing_why = null, retry_at = null
                        """).update();
        database.sql().sql("delete from reading_stop").update();
        // What another test left waiting would meet this one's faults.
        database.sql().sql("""
                        update delivery set state = 'WITHDRAWN', next_attempt_at = null
                        where state not in ('ACCEPTED', 'WITHDRAWN')
                        """).update();
        signIn(Role.SUPERVISOR);
    }

    @AfterEach
    void nobody() {
        ontime.clearFaults();
        queue.resume();
        SecurityContextHolder.clearContext();
    }

    static void signIn(Role role) {
        var person = new Person(UUID.randomUUID(), "anna@demo.test", "Anna", role, false);
        var principal = new SignedIn(person);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }

    /** A session that stands in OnTime and was read. */
    DriverSession aSession() {
        var driver = ontime.addDriver("Marco", "Ruiz");
        var vehicle = ontime.addVehicle("Van 14");
        var id = ontime.addSession("""
                {"UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:05:00Z","StartMileage":52310,"EndMileage":52398}
                """.formatted(driver, vehicle));
        return read(id);
    }

    /** Reads the record into the portal, as a reading does. */
    DriverSession read(UUID ontimeId) {
        var seen = intake.seen(List.of(ontimeId)).get(ontimeId);
        if (client.session(ontimeId) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            intake.take(List.of(new SessionIntake.Read(record, seen)));
        }
        return sessions.findByOntimeId(ontimeId).orElseThrow();
    }

    DriverSession now(DriverSession session) {
        return sessions.find(session.id()).orElseThrow();
    }

    /** Corrects the end mileage. */
    void correct(DriverSession session, int endMileage) {
        assertThat(corrections.apply(List.of(Example.endMileage(now(session), endMileage, null))))
                .hasOnlyElementsOfType(CorrectionOutcome.Saved.class);
    }

    /** Adds a session of a new driver that OnTime doesn't have. */
    UUID create() {
        var driver = ontime.addDriver("Ada", "Lee");
        takeUser(driver);
        var values =
                new SessionValues(driver, null, LogInType.DRIVER, LOG_IN, LOG_IN.plus(Duration.ofHours(8)), null, null);
        var outcome = corrections.apply(List.of(new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null)));
        return ((CorrectionOutcome.Saved) outcome.getFirst()).session();
    }

    private void takeUser(UUID driver) {
        if (client.user(driver) instanceof ReadAnswer.Found<OnTimeUser>(var user)) {
            roster.takeUsers(List.of(user));
        }
    }

    /** The states of a session's deliveries, the eldest first, each with its reason. */
    List<String> deliveries(UUID session) {
        return jdbc.sql("""
                        select state || ' ' || reason from delivery where session_id = :session
                        order by first_queued_at, id
                        """).param("session", session).query(String.class).list();
    }

    void awaitDeliveries(UUID session, String... states) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(deliveries(session))
                        .as(() -> task(session) + ", " + gate.state())
                        .containsExactly(states));
    }

    /** The next call of this kind waits, or its answer does, until it is let go by {@link OnTimeSandbox#clearFaults}. */
    static void holdUp(FaultKind kind, Call.Kind call) {
        ontime.fault("{\"kind\":\"%s\",\"times\":1,\"seconds\":300,\"calls\":[\"%s\"]}".formatted(kind, call));
    }

    /** All faults that were to strike so many times have done so. */
    static void awaitStruck() {
        await().until(() -> ontime.faults().isEmpty());
    }

    /** Whenever it was to be looked at: that is now. */
    void dueNow(UUID session) {
        await().until(() -> jdbc.sql("""
                        select count(*) from scheduled_tasks
                        where task_instance = :id and not picked and execution_time > clock_timestamp()
                        """)
                        .param("id", session.toString())
                        .query(Integer.class)
                        .single()
                == 1);
        jdbc.sql("update delivery set next_attempt_at = clock_timestamp() where session_id = :id")
                .param("id", session)
                .update();
        jdbc.sql("update scheduled_tasks set execution_time = clock_timestamp() where task_instance = :id")
                .param("id", session.toString())
                .update();
    }

    private String task(UUID session) {
        return jdbc.sql("select row(t.*)::text from scheduled_tasks t where task_instance = ?")
                .param(session.toString())
                .query(String.class)
                .optional()
                .orElse("no task");
    }

    List<String> outcomes(UUID session) {
        return jdbc.sql("""
                        select coalesce(outcome, 'OPEN') from delivery_attempt a join delivery d on d.id = a.delivery_id
                        where d.session_id = :session order by a.id
                        """).param("session", session).query(String.class).list();
    }

    UUID ontimeId(DriverSession session) {
        return Objects.requireNonNull(session.ontimeId());
    }

    Deliveries.Detail newest(DriverSession session) {
        return deliveriesShown.newestOf(session.id()).orElseThrow();
    }

    void awaitHeld(UUID session) {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(deliveriesShown
                                .newestOf(session)
                                .orElseThrow()
                                .line()
                                .state())
                        .isEqualTo(DeliveryState.HELD));
    }
}
