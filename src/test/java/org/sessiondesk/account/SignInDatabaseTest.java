package org.sessiondesk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DatabaseTest
class SignInDatabaseTest {

    private static final Duration A_SECOND_AND_A_BUSY_MACHINE = Duration.ofSeconds(15);

    @Autowired
    private SignIn signIn;

    @Autowired
    private FailedSignIns failed;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Standing standing;

    @Autowired
    private TestDatabase database;

    private TestPeople people;
    private String address;

    @BeforeEach
    void comeFromSomewhereNew() {
        people = new TestPeople(database);
        address = "198.51.100." + UUID.randomUUID();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void goAway() {
        // Not a minute later into the trail that another class looks at.
        failed.writeAll();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void the_right_password_lets_in_whatever_the_letters_of_the_address() {
        Person anna = people.add(Role.SUPERVISOR);
        Authentication let = enter(" " + anna.email().toUpperCase(java.util.Locale.ROOT), TestPeople.PASSWORD);
        assertThat(let.isAuthenticated()).isTrue();
        assertThat(let.getPrincipal())
                .isInstanceOfSatisfying(
                        SignedIn.class, me -> assertThat(me.person()).isEqualTo(anna));
        assertThat(let.getCredentials()).isNull();
        assertThat(actionsBy(anna)).containsExactly("account.signed-in");
    }

    @Test
    void unknown_wrong_disabled_and_too_old_look_the_same() {
        Person disabled = people.add(Role.SUPERVISOR);
        database.sql()
                .sql("update account set disabled = true where id = ?")
                .param(disabled.id())
                .update();
        Person tooOld = people.add(Role.SUPERVISOR);
        database.sql()
                .sql("update account set initial_until = now() - interval '1 second' where id = ?")
                .param(tooOld.id())
                .update();
        Person known = people.add(Role.SUPERVISOR);
        for (var typed : List.of(
                List.of("nobody@x.test", TestPeople.PASSWORD),
                List.of(known.email(), "wrong"),
                List.of(disabled.email(), TestPeople.PASSWORD),
                List.of(tooOld.email(), TestPeople.PASSWORD))) {
            assertThatThrownBy(() -> enter(typed.getFirst(), typed.getLast()))
                    .isExactlyInstanceOf(BadCredentialsException.class)
                    .hasMessage("wrong e-mail or password");
        }
    }

    @Test
    void guessing_is_slowed_and_tells_the_wait() {
        Person anna = people.add(Role.SUPERVISOR);
        for (int guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> enter(anna.email(), "wrong")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> enter(anna.email(), TestPeople.PASSWORD))
                .isInstanceOfSatisfying(
                        SlowDown.class,
                        slow -> assertThat(slow.waitBeforeRetry())
                                .isPositive()
                                .isLessThanOrEqualTo(Duration.ofSeconds(15)));
    }

    @Test
    void failures_of_an_address_make_one_entry_and_the_typed_email_is_erasable() {
        Person anna = people.add(Role.SUPERVISOR);
        for (int guess = 0; guess < 3; guess++) {
            assertThatThrownBy(() -> enter(anna.email(), "wrong")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> enter("my password by mistake", "wrong")).isInstanceOf(BadCredentialsException.class);
        failed.writeAll();
        long position = database.sql()
                .sql("select position from audit_text where name = 'from' and content = ?")
                .param(address)
                .query(Long.class)
                .single();
        String bytes = database.sql()
                .sql("select convert_from(bytes, 'UTF8') from audit_entry where position = ?")
                .param(position)
                .query(String.class)
                .single();
        assertThat(bytes)
                .contains("account.sign-in-failed", "\"count\":4", anna.id().toString())
                .doesNotContain("my password by mistake", anna.email());
    }

    @Test
    void whoever_loses_rights_no_longer_stands() {
        Person boss = people.add(Role.ADMINISTRATOR);
        Person anna = people.add(Role.SUPERVISOR);
        SignedIn browser = principal(enter(anna.email(), TestPeople.PASSWORD));
        assertThat(standing.holds(browser)).isTrue();
        As.person(boss, () -> accounts.changeRole(anna.id(), Role.AUDITOR));
        await().atMost(A_SECOND_AND_A_BUSY_MACHINE).until(() -> !standing.holds(browser));
        SignedIn again = principal(enter(anna.email(), TestPeople.PASSWORD));
        assertThat(standing.holds(again)).isTrue();
        As.person(boss, () -> accounts.disable(anna.id()));
        await().atMost(A_SECOND_AND_A_BUSY_MACHINE).until(() -> !standing.holds(again));
    }

    private Authentication enter(String email, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password));
    }

    private static SignedIn principal(Authentication let) {
        if (let.getPrincipal() instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw new AssertionError("no person behind " + let);
    }

    private List<String> actionsBy(Person person) {
        return database.sql()
                .sql("select action from audit_entry where actor_id = ? order by position")
                .param(person.id())
                .query(String.class)
                .list();
    }
}
