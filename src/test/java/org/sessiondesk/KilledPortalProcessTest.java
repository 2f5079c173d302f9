package org.sessiondesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.testing.BrowserExtension;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;
import org.sessiondesk.testing.PortalProcess;
import org.sessiondesk.ui.sessions.SessionsPage;
import org.sessiondesk.ui.sessions.edit.TimeText;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A portal in production with the database that it brings along: both die of one {@code kill -9}. */
@ExtendWith(BrowserExtension.class)
class KilledPortalProcessTest {

    private static final String ADMIN = "admin@example.com";
    private static final String PASSWORD = "a sentence long enough";
    private static final TimeText TIMES = new TimeText(ZoneId.of("America/Los_Angeles"));

    /** Yesterday morning. */
    private final Instant logIn = Instant.now().minus(Duration.ofHours(26)).truncatedTo(ChronoUnit.MINUTES);

    private final Path data = PortalProcess.newDataFolder();

    @Test
    void a_second_portal_on_the_same_folder_is_refused_in_one_line_that_names_the_first() {
        try (PortalProcess first = portal().start().awaitReady()) {

            PortalProcess second = portal().start();

            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output().strip())
                    .startsWith("Session Desk is already running on " + data + " (process " + first.pid() + ")")
                    .hasLineCount(1);
        }
    }

    /**
     * One kill strikes three saves of one supervisor, all committed by the portal that dies: an update and a create that
     * OnTime has stored and not yet answered, and an update that has not left yet.
     */
    @Test
    void what_a_supervisor_saved_before_the_portal_was_killed_is_all_there_and_reaches_ontime_once(Browsers browsers) {
        try (var ontime = OnTimeSandbox.startProcess(data.resolveSibling(data.getFileName() + "-ontime"))) {
            UUID answered = session(ontime, "Answered");
            UUID waiting = session(ontime, "Waiting");
            UUID added = ontime.addDriver("Ada", "Added");
            ontime.fault("{\"kind\":\"SLOW_ANSWER\",\"seconds\":300,\"calls\":[\"POST_SESSION\"]}");

            try (PortalProcess killed = portal(ontime).start().awaitReady()) {
                Page page = signIn(browsers, killed);
                open(page, "Answered")
                        .type("End mileage", "52401")
                        .because("Reading mistyped")
                        .save();
                assertThat(page.getByText("saved.").first()).isVisible();
                add(open(page, "Answered"));
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> ontime.session(answered).path("EndMileage").asInt() == 52_401
                                && !of(ontime, added).isEmpty());

                var last = open(page, "Waiting").type("End mileage", "52402").because("Reading mistyped");
                // However slow this machine is, it doesn't leave before the kill.
                ontime.fault("{\"kind\":\"SLOW\",\"seconds\":300,\"session\":\"%s\"}".formatted(waiting));
                last.save();
                assertThat(page.getByText("saved.").first()).isVisible();
                killed.kill();
            }
            assertThat(ontime.posts(waiting)).isEmpty();
            assertThat(ontime.session(waiting).path("EndMileage").asInt()).isEqualTo(52_398);
            ontime.clearFaults();

            try (PortalProcess next = portal(ontime).start().awaitReady()) {
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(deliveries()).containsOnly("ACCEPTED"));
                assertArrivedOnce(ontime, answered, 52_401, "session.corrected");
                assertArrivedOnce(ontime, waiting, 52_402, "session.corrected");
                assertThat(of(ontime, added)).hasSize(1);
                assertArrivedOnce(
                        ontime,
                        UUID.fromString(of(ontime, added).getFirst().path("ID").asString()),
                        0,
                        "session.added");
                assertTrailIsWhole(signIn(browsers, next));
                assertThat(next.stop()).isEqualTo(143);
            }
        }
    }

    private PortalProcess.Setup portal() {
        return PortalProcess.on(data)
                .withWhatProductionNeeds()
                .with("SESSIONDESK_FIRST_ADMIN_EMAIL", ADMIN)
                .with("SESSIONDESK_FIRST_ADMIN_PASSWORD", PASSWORD);
    }

    /** Patient with OnTime. */
    private PortalProcess.Setup portal(OnTimeSandbox ontime) {
        return portal().with("SESSIONDESK_ONTIME_BASE_URL", ontime.baseUrl())
                .with("SESSIONDESK_ONTIME_COMPANY_ID", OnTimeSandbox.COMPANY)
                .with("SESSIONDESK_ONTIME_API_KEY", OnTimeSandbox.KEY)
                .with("SESSIONDESK_ONTIME_READ", "true")
                .with("SESSIONDESK_ONTIME_REQUESTS_PER_SECOND", "100")
                .with("SESSIONDESK_ONTIME_EXCHANGE_TIMEOUT", "5m")
                .with("SESSIONDESK_DELIVERY_GRACE", "3s");
    }

    private UUID session(OnTimeSandbox ontime, String driver) {
        return ontime.addSession(
                """
                {"UserID":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s","StartMileage":52310,
                 "EndMileage":52398}
                """.formatted(ontime.addDriver("Marco", driver), logIn, logIn.plus(Duration.ofHours(8))));
    }

    private static Page signIn(Browsers browsers, PortalProcess portal) {
        Page page = browsers.openAt(portal.address());
        page.navigate("/login");
        Desk.logIn(page, ADMIN, PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Colours:"))
                .waitFor();
        return page;
    }

    private static SessionsPage open(Page page, String driver) {
        return SessionsPage.open(page, "q=" + driver).choose(0);
    }

    private void add(SessionsPage sessions) {
        sessions.button("Add session").click();
        sessions.pick("Driver", "Added, Ada")
                .type("Log in", TIMES.text(logIn))
                .type("Log out", TIMES.text(logIn.plus(Duration.ofHours(8))))
                .because("Forgot log-in")
                .save();
        assertThat(sessions.saying("saved.")).isVisible();
    }

    private static List<JsonNode> of(OnTimeSandbox ontime, UUID driver) {
        return ontime.sessions().stream()
                .filter(each -> each.path("UserID").asString().equals(driver.toString()))
                .toList();
    }

    /** OnTime got one POST of it, and OnTime, the session and its history tell the same. */
    private void assertArrivedOnce(OnTimeSandbox ontime, UUID id, int endMileage, String saved) {
        assertThat(ontime.posts(id)).hasSize(1);
        assertThat(ontime.session(id).path("EndMileage").asInt()).isEqualTo(endMileage);
        assertThat(database()
                        .sql("select coalesce(end_mileage, 0) from driver_session where ontime_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(endMileage);
        List<String> told = database().sql("""
                        select convert_from(bytes, 'UTF8') from audit_entry
                        join audit_subject using (position)
                        join driver_session on driver_session.id::text = audit_subject.id
                        where kind = 'session' and ontime_id = ? and action <> 'session.read'
                        order by position
                        """).param(id).query(String.class).list();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).contains(saved).contains(endMileage == 0 ? "" : String.valueOf(endMileage));
        assertThat(told.getLast()).contains("delivery.accepted").contains(id.toString());
    }

    private static void assertTrailIsWhole(Page page) {
        page.navigate("/trail");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify"))
                .click();
        assertThat(page.getByText("nothing changed, removed or slipped in")).isVisible();
    }

    /** The states of all deliveries. */
    private List<String> deliveries() {
        return database().sql("select state from delivery").query(String.class).list();
    }

    /** The database past the portal. */
    private JdbcClient database() {
        return JdbcClient.create(new EmbeddedServer(data).asOwner());
    }
}
