package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.AuditVerifier;
import org.sessiondesk.audit.Verification;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.Example;
import org.sessiondesk.testing.PortalProcess;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Portals in processes of their own deliver. This one only corrects: its queue stands still, so that whatever arrives in
 * OnTime was sent by the others.
 */
@DatabaseTest
abstract class DeliveryProcesses {

    static final Duration PATIENCE = Duration.ofMinutes(3);
    static final JsonMapper JSON = JsonMapper.shared();

    /** What the portals wait for, shorter than as shipped. */
    static final Map<String, String> WAITS = new TreeMap<>(Map.of(
            "SESSIONDESK_ONTIME_EXCHANGE_TIMEOUT", "30s",
            "SESSIONDESK_DELIVERY_RETRY", "200ms",
            "SESSIONDESK_DELIVERY_LONGESTRETRY", "1s",
            "SESSIONDESK_DELIVERY_LOOKAGAIN", "1s",
            "SESSIONDESK_CONNECTION_PAUSE", "500ms",
            "SESSIONDESK_CONNECTION_LONGESTPAUSE", "1s",
            "DB_SCHEDULER_HEARTBEAT_INTERVAL", "1s",
            "DB_SCHEDULER_MISSED_HEARTBEATS_LIMIT", "4"));

    /** One for all classes, as the Spring context is. */
    static final Path folder = Example.sandboxFolder();

    static final OnTimeSandbox ontime = sandbox();

    @Autowired
    TestDatabase database;

    @Autowired
    SessionCorrections corrections;

    @Autowired
    SessionIntake intake;

    @Autowired
    DriverSessions sessions;

    @Autowired
    DeliveryDecisions decisions;

    @Autowired
    OnTimeClient client;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditVerifier verifier;

    private static OnTimeSandbox sandbox() {
        var sandbox = OnTimeSandbox.startProcess(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox.process()::destroy));
        return sandbox;
    }

    @DynamicPropertySource
    static void onlyCorrects(DynamicPropertyRegistry settings) {
        Example.connect(settings, ontime);
        settings.add("sessiondesk.delivery.grace", () -> "0s");
        settings.add("sessiondesk.delivery.longest-grace", () -> "0s");
        settings.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void aSupervisor() {
        signIn(Role.SUPERVISOR);
    }

    @AfterEach
    void nobody() {
        ontime.clearFaults();
        SecurityContextHolder.clearContext();
    }

    /** A portal on the same database, not started yet. */
    PortalProcess.Setup portal() {
        var setup = PortalProcess.on(PortalProcess.newDataFolder())
                .withDatabase(database)
                .with("SESSIONDESK_ONTIME_BASE_URL", ontime.baseUrl())
                .with("SESSIONDESK_ONTIME_COMPANY_ID", OnTimeSandbox.COMPANY)
                .with("SESSIONDESK_ONTIME_API_KEY", OnTimeSandbox.KEY)
                .with("SESSIONDESK_ONTIME_READ", "true")
                .with("SESSIONDESK_ONTIME_READ_INTERVAL", "24h");
        WAITS.forEach(setup::with);
        return setup.withWhatProductionNeeds();
    }

    /** What a portal has sent and got no answer to. */
    long underWay(PortalProcess portal) {
        return jdbc.sql("""
                        select count(*) from delivery_attempt
                        where instance = ? and sent_at is not null and finished_at is null
                        """).param("process " + portal.pid()).query(Long.class).single();
    }

    /** A session that stands in OnTime and was read. */
    UUID aSession() {
        var id = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:05:00Z","StartMileage":52310,"EndMileage":52398}
                """.formatted(ontime.addDriver("Marco", "Ruiz")));
        if (client.session(id) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            intake.take(List.of(new SessionIntake.Read(record, null)));
        }
        return sessions.findByOntimeId(id).orElseThrow().id();
    }

    /** Adds a session of a new driver that OnTime doesn't have. */
    UUID create() {
        var driver = ontime.addDriver("Ada", "Lee");
        await().pollInSameThread().until(() -> takeUser(driver));
        var logIn = Instant.parse("2026-06-02T14:00:00Z");
        var values = new SessionValues(driver, null, LogInType.DRIVER, logIn, logIn.plusSeconds(3600), null, null);
        var outcome = corrections.apply(List.of(new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null)));
        return ((CorrectionOutcome.Saved) outcome.getFirst()).session();
    }

    private boolean takeUser(UUID driver) {
        if (client.user(driver) instanceof ReadAnswer.Found<OnTimeUser>(OnTimeUser user)) {
            roster.takeUsers(List.of(user));
            return true;
        }
        return false;
    }

    /** Corrects the end mileage. */
    void correct(UUID session, int endMileage) {
        assertThat(corrections.apply(
                        List.of(Example.endMileage(sessions.find(session).orElseThrow(), endMileage, null))))
                .hasOnlyElementsOfType(CorrectionOutcome.Saved.class);
    }

    UUID ontimeId(UUID session) {
        return Objects.requireNonNull(sessions.find(session).orElseThrow().ontimeId());
    }

    void assertTrailHolds() {
        signIn(Role.ADMINISTRATOR);
        assertThat(verifier.verify((checked, of) -> {})).isInstanceOf(Verification.Whole.class);
        signIn(Role.SUPERVISOR);
    }

    static void signIn(Role role) {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "anna@demo.test", "Anna", role, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
