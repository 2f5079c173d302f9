package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A supervisor with files of sessions, each test with its own. */
abstract class FilingDesk {

    static final String HEAD = "ID,UserID,LogInType,LogInTime,LogOutTime,StartMileage,EndMileage,Extra\n";

    final UUID a = UUID.randomUUID();
    final UUID b = UUID.randomUUID();
    final UUID driver = UUID.randomUUID();

    @Autowired
    Filings filings;

    @Autowired
    DriverSessions sessions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_supervisor() {
        signIn(Role.SUPERVISOR);
    }

    @AfterEach
    void nobody() {
        filings.forget();
        SecurityContextHolder.clearContext();
    }

    String line(@Nullable UUID id, int endMileage) {
        return (id == null ? "" : id) + "," + driver + ",Driver,2026-06-02T14:15:00Z,2026-06-02T22:00:00Z,1,"
                + endMileage + ",=kept\n";
    }

    FilingState bring(String text) {
        filings.receive("C:\\files\\sessions.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return settled();
    }

    FilingState compare(String text) {
        bring(text);
        filings.compare();
        return settled();
    }

    FilingState takeIn(String text) {
        var compared = compare(text);
        assertThat(compared.stage()).isEqualTo(Stage.COMPARED);
        filings.takeIn();
        return ended();
    }

    FilingState ended() {
        var state = settled();
        assertThat(state.stage()).isEqualTo(Stage.ENDED);
        assertThat(state.ending()).isEqualTo(Ending.DONE);
        return state;
    }

    FilingState settled() {
        return await().atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(() -> filings.mine().orElseThrow(), state -> !state.working());
    }

    DriverSession session(UUID ontimeId) {
        return sessions.findByOntimeId(ontimeId).orElseThrow();
    }

    long trailSize() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    /** Somebody with an account of this role. */
    Person signIn(Role role) {
        var id = UUID.randomUUID();
        var person = new Person(id, id + "@files.test", "Test", role, false);
        jdbc.sql("""
                        insert into account (id, version, email, name, role, password_hash, disabled, rights,
                                             colour_scheme, created_at)
                        values (:id, 0, :email, 'Test', :role, 'none', false, 0, 'SYSTEM', now())
                        """)
                .param("id", id)
                .param("email", person.email())
                .param("role", role.name())
                .update();
        var principal = new SignedIn(person);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        return person;
    }
}
