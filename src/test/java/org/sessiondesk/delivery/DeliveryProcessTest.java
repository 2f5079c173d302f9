package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
 * Portals in processes of their own deliver, and one dies. This one only corrects: its queue stands still, so that whatever
 * arrives in OnTime was sent by the others.
 */
@DatabaseTest
class DeliveryProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final OnTimeSandbox ontime = OnTimeSandbox.startProcess(Example.sandboxFolder());

    @Autowired
    private TestDatabase database;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private SessionIntake intake;

    @Autowired
    private DriverSessions sessions;

    @Autowired
    private DeliveryDecisions decisions;

    @Autowired
    private OnTimeClient client;

    @Autowired
    private Roster roster;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditVerifier verifier;

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

    @AfterAll
    static void end() {
        SecurityContextHolder.clearContext();
        ontime.close();
    }

    @Test
    void of_two_portals_amid_faults_one_is_killed_and_the_other_brings_all_of_it_in_once_and_in_order() {
        var updated = new ArrayList<UUID>();
        var created = new ArrayList<UUID>();
        try (var one = portal().start();
                var two = portal().start()) {
            one.awaitReady();
            two.awaitReady();
            faults();
            for (int i = 0; i < 12; i++) {
                updated.add(aSession());
                created.add(create());
            }
            var all = Stream.concat(updated.stream(), created.stream()).toList();
            all.forEach(session -> correct(session, 52_401));
            all.forEach(session -> correct(session, 52_402));

            // What is on its way is in OnTime and gets no answer until one of the two is dead.
            ontime.fault("{\"kind\":\"SLOW_ANSWER\",\"seconds\":60,\"calls\":[\"POST_SESSION\"]}");
            all.forEach(session -> correct(session, 52_403));
            await().atMost(PATIENCE).until(() -> underWay(one) > 0);
            one.kill();
            assertThat(underWay(one)).isPositive();
            ontime.clearFaults();
            faults();

            all.forEach(session -> correct(session, 52_404));
            await().pollInSameThread().atMost(PATIENCE).until(this::allSettled);
            assertThat(underWay(one)).isZero();
            assertThat(two.isAlive()).isTrue();
        }
        ontime.clearFaults();
        updated.forEach(this::assertArrivedOnceAndInOrder);
        created.forEach(this::assertArrivedOnceAndInOrder);
        created.forEach(session -> assertThat(ontime.sessions())
                .filteredOn(each ->
                        each.path("UserID").asString().equals(driverOf(session).toString()))
                .hasSize(1));
        assertTrailHolds();
    }

    private static void faults() {
        for (var kind : List.of("SERVER_ERROR", "ANSWER_LOST", "GARBLED")) {
            ontime.fault("{\"kind\":\"%s\",\"probability\":0.15,\"calls\":[\"POST_SESSION\"]}".formatted(kind));
        }
    }

    /** What a portal has sent and got no answer to. */
    private long underWay(PortalProcess portal) {
        return jdbc.sql("""
                        select count(*) from delivery_attempt
                        where instance = ? and sent_at is not null and finished_at is null
                        """).param("process " + portal.pid()).query(Long.class).single();
    }

    /** Nothing is open any more; a person sends again what was looked for twice and isn't in OnTime. */
    private boolean allSettled() {
        jdbc.sql("select session_id from delivery where state = 'UNCERTAIN' and reason = 'NOT_FOUND'")
                .query(UUID.class)
                .list()
                .forEach(decisions::sendAgain);
        return jdbc.sql("select count(*) from delivery where state not in ('ACCEPTED', 'WITHDRAWN')")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** The last value stands in OnTime and here, nothing was stored twice, and each delivery is in the trail once. */
    private void assertArrivedOnceAndInOrder(UUID id) {
        var session = sessions.find(id).orElseThrow();
        var ontimeId = Objects.requireNonNull(session.ontimeId());
        assertThat(session.values().endMileage()).isEqualTo(52_404);
        assertThat(ontime.session(ontimeId).path("EndMileage").asInt()).isEqualTo(52_404);
        assertThat(session.lastKnown()).extracting(UserSession::endMileage).isEqualTo(52_404);
        assertThat(ontime.posts(ontimeId).stream()
                        .filter(post -> post.path("stored").asBoolean())
                        .map(post -> JSON.readTree(post.path("body").asString())
                                .path("EndMileage")
                                .asInt())
                        .toList())
                .as("what OnTime stored, one after the other")
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(52_404);
        assertThat(jdbc.sql("""
                        select count(*) from delivery d
                        where session_id = ? and state = 'ACCEPTED' and 1 <> (
                            select count(*) from audit_entry join audit_subject using (position)
                            where kind = 'delivery' and id = d.id::text and action = 'delivery.accepted')
                        """).param(id).query(Long.class).single()).isZero();
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

    private void assertTrailHolds() {
        signIn(Role.ADMINISTRATOR);
        assertThat(verifier.verify((checked, of) -> {})).isInstanceOf(Verification.Whole.class);
        signIn(Role.SUPERVISOR);
    }

    private UUID aSession() {
        var id = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:05:00Z","StartMileage":52310,"EndMileage":52398}
                """.formatted(ontime.addDriver("Marco", "Ruiz")));
        if (client.session(id) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            intake.take(List.of(new SessionIntake.Read(record, null)));
        }
        return sessions.findByOntimeId(id).orElseThrow().id();
    }

    private void correct(UUID session, int endMileage) {
        assertThat(corrections.apply(
                        List.of(Example.endMileage(sessions.find(session).orElseThrow(), endMileage, null))))
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

    private static void signIn(Role role) {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "anna@demo.test", "Anna", role, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
