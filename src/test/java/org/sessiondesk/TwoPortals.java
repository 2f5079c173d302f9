package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.AuditVerifier;
import org.sessiondesk.audit.Verification;
import org.sessiondesk.delivery.DeliveryDecisions;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.testing.Example;
import org.sessiondesk.testing.PortalProcess;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;

/** Two portals with production's own patience on one database. */
final class TwoPortals implements AutoCloseable {

    static final String ADMIN = "admin@example.com";
    static final String PASSWORD = "a sentence long enough";

    /** Connections of a portal's pool, and how many of them the news keep. */
    static final int POOL = 16;

    static final int LISTENING = 1;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger count = new AtomicInteger();
    private final OnTimeSandbox ontime;
    private final PGSimpleDataSource owner = new PGSimpleDataSource();
    private final ConfigurableApplicationContext first;
    private final ConfigurableApplicationContext other;

    private TwoPortals(OnTimeSandbox ontime, Map<String, String> settings, Supplier<Map<String, String>> external) {
        this.ontime = ontime;
        first = run(settings);
        Map<String, String> others = new TreeMap<>(settings);
        others.putAll(external.get());
        others.put("sessiondesk.data-dir", PortalProcess.newDataFolder().toString());
        other = run(others);
        owner.setUrl(others.get("spring.datasource.url"));
        owner.setUser(others.get("spring.flyway.user"));
        owner.setPassword(others.get("spring.flyway.password"));
        // Each portal puts its own into the static holder; the screens are those of the first.
        SecurityContextHolder.setContextHolderStrategy(first.getBean(SecurityContextHolderStrategy.class));
    }

    /** The first has the database in the box, below this folder; for the other one it is an external one. */
    static TwoPortals onServerInTheBox(Path folder) {
        OnTimeSandbox ontime = OnTimeSandbox.start(Example.sandboxFolder());
        Map<String, String> settings = settings(ontime, folder);
        return new TwoPortals(ontime, settings, () -> new EmbeddedServer(folder).settings());
    }

    /** The same external database for both, and what leaves waits for a moment. */
    static TwoPortals onExternal(Map<String, String> server, Duration grace) {
        OnTimeSandbox ontime = OnTimeSandbox.start(Example.sandboxFolder());
        Map<String, String> settings = settings(ontime, PortalProcess.newDataFolder());
        settings.putAll(server);
        settings.put("sessiondesk.delivery.grace", grace.toSeconds() + "s");
        return new TwoPortals(ontime, settings, Map::of);
    }

    /** The database past the portals, as the role that may all of their tables. */
    DataSource asOwner() {
        return owner;
    }

    /** How many wait to be delivered. */
    long waiting() {
        return JdbcClient.create(owner)
                .sql("select count(*) from delivery where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    <T> T first(Class<T> bean) {
        return first.getBean(bean);
    }

    <T> T other(Class<T> bean) {
        return other.getBean(bean);
    }

    OnTimeSandbox ontime() {
        return ontime;
    }

    /** Where the first is, without a slash at the end. */
    String address() {
        return "http://localhost:" + first.getEnvironment().getRequiredProperty("local.server.port");
    }

    int readiness() {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs somebody in on this thread, wherever a portal looks. */
    void signIn(Role role) {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "anna@demo.test", "Anna", role, false));
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        first(SecurityContextHolderStrategy.class).setContext(context);
        other(SecurityContextHolderStrategy.class).setContext(context);
    }

    /** A session that stands in OnTime and was read; the driver's last name is nobody else's. */
    UUID session(String driver) {
        UUID id = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:05:00Z","StartMileage":52310,"EndMileage":52398}
                """.formatted(driver(driver)));
        if (first(OnTimeClient.class).session(id) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            first(SessionIntake.class).take(List.of(new SessionIntake.Read(record, null)));
        }
        return first(DriverSessions.class).findByOntimeId(id).orElseThrow().id();
    }

    /** Somebody who drives and is known. */
    UUID driver(String lastName) {
        UUID driver = ontime.addDriver("Marco", lastName);
        if (first(OnTimeClient.class).user(driver) instanceof ReadAnswer.Found<OnTimeUser>(OnTimeUser user)) {
            first(Roster.class).takeUsers(List.of(user));
        }
        return driver;
    }

    /** A driver with one finished session, for somebody at the screen. */
    String driverForPage() {
        String name = "Page" + count.incrementAndGet();
        session(name);
        return name;
    }

    /** A person sends again what was looked for twice and isn't in OnTime; nothing else is open. */
    void assertAllIsSettled() {
        signIn(Role.SUPERVISOR);
        JdbcClient sql = JdbcClient.create(owner);
        sql.sql("select session_id from delivery where state = 'UNCERTAIN' and reason = 'NOT_FOUND'")
                .query(UUID.class)
                .list()
                .forEach(first(DeliveryDecisions.class)::sendAgain);
        assertThat(sql.sql("""
                        select state || ' ' || reason from delivery where state not in ('ACCEPTED', 'WITHDRAWN')
                        """).query(String.class).list()).isEmpty();
    }

    void assertTrailIsWhole() {
        signIn(Role.ADMINISTRATOR);
        assertThat(first(AuditVerifier.class).verify((checked, of) -> {})).isInstanceOf(Verification.Whole.class);
    }

    @Override
    public void close() {
        other.close();
        first.close();
        ontime.close();
    }

    private static ConfigurableApplicationContext run(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(SessionDesk.class).run(arguments.toArray(String[]::new));
    }

    /** What leaves leaves at once; all else is as in production. */
    private static Map<String, String> settings(OnTimeSandbox ontime, Path dataFolder) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "server.port",
                "0",
                "sessiondesk.site.time-zone",
                "America/Los_Angeles",
                "sessiondesk.ontime.base-url",
                ontime.baseUrl(),
                "sessiondesk.ontime.company-id",
                OnTimeSandbox.COMPANY,
                "sessiondesk.ontime.api-key",
                OnTimeSandbox.KEY,
                "sessiondesk.ontime.read-interval",
                "24h",
                "sessiondesk.delivery.grace",
                "0s",
                "sessiondesk.delivery.look-again",
                "2s",
                "sessiondesk.first-admin.email",
                ADMIN,
                "sessiondesk.first-admin.password",
                PASSWORD));
        settings.put("sessiondesk.data-dir", dataFolder.toString());
        return settings;
    }
}
