package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.PortalProcess;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Portals in processes of their own deliver, and die. This one only corrects: its queue stands still, so that whatever
 * arrives in OnTime was sent by the others.
 */
@DatabaseTest
class DeliveryProcessTest {

    private static final OnTimeSandbox ontime = startSandbox();

    @Autowired
    private TestDatabase database;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private SessionIntake intake;

    @Autowired
    private DriverSessions sessions;

    @Autowired
    private OnTimeClient client;

    @Autowired
    private Roster roster;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditVerifier verifier;

    private static OnTimeSandbox startSandbox() {
        try {
            Files.createDirectories(Path.of("target"));
            return OnTimeSandbox.startProcess(Files.createTempDirectory(Path.of("target"), "sandbox"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void onlyCorrects(DynamicPropertyRegistry settings) {
        settings.add("sessiondesk.ontime.base-url", ontime::baseUrl);
        settings.add("sessiondesk.ontime.company-id", () -> OnTimeSandbox.COMPANY);
        settings.add("sessiondesk.ontime.api-key", () -> OnTimeSandbox.KEY);
        settings.add("sessiondesk.delivery.grace", () -> "0s");
        settings.add("sessiondesk.delivery.longest-grace", () -> "0s");
        settings.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void aSupervisor() {
        signIn(Role.SUPERVISOR);
    }

    @AfterAll
    static void end() {
        SecurityContextHolder.clearContext();
        ontime.close();
    }

    @Test
    void what_was_saved_before_the_portal_died_arrives_once_after_its_restart() {
        DriverSession session;
        try (var portal = portal().start().awaitReady()) {
            session = aSession();
            portal.kill();
            correct(session, 52_401);
        }
        try (var _ = portal().start().awaitReady()) {
            awaitState(session.id(), "ACCEPTED");
        }
        assertThat(endMileage(session)).isEqualTo(52_401);
        assertThat(ontime.posts(id(session))).hasSize(1);
        assertTrailHolds();
    }

    @Test
    void a_portal_that_dies_between_OnTimes_answer_and_its_own_commit_sends_nothing_twice() {
        var session = aSession();
        UUID created;
        ontime.fault("{\"kind\":\"SLOW_ANSWER\",\"times\":2,\"seconds\":20,\"calls\":[\"POST_SESSION\"]}");
        try (var portal = portal().start().awaitReady()) {
            correct(session, 52_402);
            created = create();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> endMileage(session) == 52_402
                            && ontime.sessions().stream()
                                    .anyMatch(each -> each.path("UserID")
                                            .asString()
                                            .equalsIgnoreCase(driverOf(created).toString())));
            portal.kill();
        }
        ontime.clearFaults();
        try (var _ = portal().start().awaitReady()) {
            awaitState(session.id(), "ACCEPTED");
            awaitState(created, "ACCEPTED");
        }
        assertThat(ontime.posts(id(session))).hasSize(1);
        assertThat(ontime.posts(id(sessions.find(created).orElseThrow()))).hasSize(1);
        assertTrailHolds();
    }

    @Test
    void two_portals_amid_faults_lose_double_and_disorder_nothing() {
        var updated = new ArrayList<DriverSession>();
        var created = new ArrayList<UUID>();
        for (var kind : List.of("SERVER_ERROR", "ANSWER_LOST", "GARBLED")) {
            ontime.fault("{\"kind\":\"%s\",\"probability\":0.15,\"calls\":[\"POST_SESSION\"]}".formatted(kind));
        }
        try (var one = portal().start();
                var two = portal().start()) {
            one.awaitReady();
            two.awaitReady();
            for (int i = 0; i < 12; i++) {
                updated.add(aSession());
                created.add(create());
            }
            for (int round = 1; round <= 4; round++) {
                for (var session : updated) {
                    correct(session, 52_400 + round);
                }
            }
            await().atMost(Duration.ofMinutes(3)).until(() -> undecided() == 0);
        }
        ontime.clearFaults();
        for (var session : updated) {
            assertThat(endMileage(session)).isEqualTo(52_404);
        }
        var users = ontime.sessions().stream()
                .map(each -> each.path("UserID").asString().toLowerCase(Locale.ROOT))
                .toList();
        for (var id : created) {
            assertThat(users.stream().filter(driverOf(id).toString()::equals).count())
                    .isLessThanOrEqualTo(1);
        }
        assertTrailHolds();
    }

    /** Deliveries that still go on by themselves. */
    private long undecided() {
        return jdbc.sql("""
                        select count(*) from delivery
                        where state in ('WAITING', 'SENDING') or (state = 'UNCERTAIN' and next_attempt_at is not null)
                        """).query(Long.class).single();
    }

    private PortalProcess.Setup portal() {
        return PortalProcess.on(PortalProcess.newDataFolder())
                .withDatabase(database)
                .with("SESSIONDESK_ONTIME_BASE_URL", ontime.baseUrl())
                .with("SESSIONDESK_ONTIME_COMPANY_ID", OnTimeSandbox.COMPANY)
                .with("SESSIONDESK_ONTIME_API_KEY", OnTimeSandbox.KEY)
                .with("SESSIONDESK_ONTIME_READ", "true")
                .with("SESSIONDESK_ONTIME_READ_INTERVAL", "24h")
                .with("SESSIONDESK_ONTIME_EXCHANGE_TIMEOUT", "30s")
                .with("SESSIONDESK_DELIVERY_RETRY", "200ms")
                .with("SESSIONDESK_DELIVERY_LONGESTRETRY", "1s")
                .with("SESSIONDESK_DELIVERY_LOOKAGAIN", "1s")
                .with("SESSIONDESK_CONNECTION_PAUSE", "500ms")
                .with("SESSIONDESK_CONNECTION_LONGESTPAUSE", "1s")
                .with("DB_SCHEDULER_HEARTBEAT_INTERVAL", "1s")
                .with("DB_SCHEDULER_MISSED_HEARTBEATS_LIMIT", "4")
                .withWhatProductionNeeds();
    }

    private void awaitState(UUID session, String state) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "select state from delivery where session_id = ? order by first_queued_at desc limit 1")
                                .param(session)
                                .query(String.class)
                                .single())
                        .isEqualTo(state));
    }

    private void assertTrailHolds() {
        signIn(Role.ADMINISTRATOR);
        assertThat(verifier.verify((checked, of) -> {})).isInstanceOf(Verification.Whole.class);
        signIn(Role.SUPERVISOR);
    }

    private DriverSession aSession() {
        var id = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:05:00Z","StartMileage":52310,"EndMileage":52398}
                """.formatted(ontime.addDriver("Marco", "Ruiz")));
        if (client.session(id) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            intake.take(List.of(new SessionIntake.Read(record, null)));
        }
        return sessions.findByOntimeId(id).orElseThrow();
    }

    private void correct(DriverSession session, int endMileage) {
        var values = new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, endMileage);
        assertThat(corrections.apply(List.of(new SessionCommand.Correct(
                        session.id(),
                        sessions.find(session.id()).orElseThrow().version(),
                        values,
                        Set.of(SessionField.END_MILEAGE),
                        Reason.READING_MISTYPED,
                        null))))
                .hasOnlyElementsOfType(CorrectionOutcome.Saved.class);
    }

    private UUID create() {
        var driver = ontime.addDriver("Ada", "Lee");
        if (client.user(driver) instanceof ReadAnswer.Found<OnTimeUser>(OnTimeUser user)) {
            roster.takeUsers(List.of(user));
        }
        var logIn = Instant.parse("2026-06-02T14:00:00Z");
        var values = new SessionValues(driver, null, LogInType.DRIVER, logIn, logIn.plusSeconds(3600), null, null);
        var outcome = corrections.apply(List.of(new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null)));
        return ((CorrectionOutcome.Saved) outcome.getFirst()).session();
    }

    private UUID driverOf(UUID session) {
        return Objects.requireNonNull(
                sessions.find(session).orElseThrow().values().driver());
    }

    private int endMileage(DriverSession session) {
        return ontime.session(id(session)).path("EndMileage").asInt();
    }

    private static UUID id(DriverSession session) {
        return Objects.requireNonNull(session.ontimeId());
    }

    private static void signIn(Role role) {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "anna@demo.test", "Anna", role, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
