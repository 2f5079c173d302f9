package org.sessiondesk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessiondesk.account.AccountOutcome.Done;
import org.sessiondesk.account.AccountOutcome.HandOver;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.account.AccountOutcome.Refused;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@DatabaseTest
class AccountsDatabaseTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private MyAccount myAccount;

    @Autowired
    private MyTokens myTokens;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TestDatabase database;

    private TestPeople testPeople;
    private Person boss;

    @BeforeEach
    void hireABoss() {
        testPeople = new TestPeople(database);
        boss = testPeople.add(Role.ADMINISTRATOR);
    }

    static Stream<Arguments> rolesAndDoors() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Stream.of("all", "add", "changeRole", "disable", "enable", "resetPassword")
                        .map(door -> Arguments.of(role, door)));
    }

    @ParameterizedTest
    @MethodSource("rolesAndDoors")
    void only_an_administrator_gets_through_the_doors_to_people(Role role, String door) {
        Person caller = testPeople.add(role);
        UUID other = testPeople.add(Role.PAYROLL).id();
        Map<String, Supplier<Object>> doors = Map.of(
                "all", accounts::all,
                "add", () -> accounts.add(UUID.randomUUID() + "@x.test", "Somebody", Role.AUDITOR),
                "changeRole", () -> accounts.changeRole(other, Role.AUDITOR),
                "disable", () -> accounts.disable(other),
                "enable", () -> accounts.enable(other),
                "resetPassword", () -> accounts.resetPassword(other));
        Supplier<Object> call = Objects.requireNonNull(doors.get(door));
        if (role == Role.ADMINISTRATOR) {
            assertThat(As.person(caller, call)).isNotInstanceOf(Refused.class);
        } else {
            assertThatThrownBy(() -> As.person(caller, call)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void nobody_gets_through_without_signing_in() {
        assertThatThrownBy(accounts::all).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(() -> myAccount.rename("Anna"))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void a_new_person_gets_a_password_that_lets_in_and_is_stored_only_as_a_hash() {
        String email = UUID.randomUUID() + "@x.test";
        AccountOutcome outcome =
                as(() -> accounts.add(" " + email.toUpperCase(java.util.Locale.ROOT), "Ada", Role.PAYROLL));
        assertThat(outcome).isInstanceOfSatisfying(HandOver.class, handOver -> {
            assertThat(handOver.person().email()).isEqualTo(email);
            assertThat(handOver.toString()).doesNotContain(handOver.password());
            String hash = value(handOver.person(), "password_hash");
            assertThat(passwords.match(handOver.password(), hash)).isTrue();
            assertThat(people.name(handOver.person().id())).isEqualTo("Ada");
        });
    }

    @Test
    void an_email_is_taken_once_only() {
        assertThat(as(() -> accounts.add(boss.email(), "Another", Role.PAYROLL)))
                .isEqualTo(new Refused(Problem.EMAIL_TAKEN));
    }

    @Test
    void the_last_active_administrator_is_neither_disabled_nor_demoted() {
        database.sql()
                .sql("update account set disabled = true where role = 'ADMINISTRATOR' and id <> ?")
                .param(boss.id())
                .update();
        assertThat(as(() -> accounts.disable(boss.id()))).isEqualTo(new Refused(Problem.LAST_ADMINISTRATOR));
        assertThat(as(() -> accounts.changeRole(boss.id(), Role.SUPERVISOR)))
                .isEqualTo(new Refused(Problem.LAST_ADMINISTRATOR));
        Person second = testPeople.add(Role.ADMINISTRATOR);
        assertThat(as(() -> accounts.changeRole(boss.id(), Role.SUPERVISOR))).isInstanceOf(Done.class);
        assertThat(As.person(second, () -> accounts.disable(second.id())))
                .isEqualTo(new Refused(Problem.LAST_ADMINISTRATOR));
    }

    @Test
    void each_act_stands_in_the_trail_once_with_people_by_id_only() {
        Person other = testPeople.add(Role.PAYROLL);
        as(() -> accounts.changeRole(other.id(), Role.AUDITOR));
        as(() -> accounts.changeRole(other.id(), Role.AUDITOR));
        as(() -> accounts.disable(other.id()));
        as(() -> accounts.enable(other.id()));
        as(() -> accounts.resetPassword(other.id()));
        assertThat(actionsAbout(other))
                .containsExactly(
                        "account.role-changed", "account.disabled", "account.enabled", "account.password-reset");
        assertThat(database.sql()
                        .sql("""
                                select count(*)
                                  from audit_entry
                                 where convert_from(bytes, 'UTF8') like '%' || ? || '%'""")
                        .param(other.email())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_own_password_needs_the_old_one_and_keeps_this_browser_signed_in() {
        Person me = testPeople.add(Role.SUPERVISOR);
        SignedIn browser = new SignedIn(me);
        String chosen = "another good long password";
        assertThat(As.signedIn(browser, () -> myAccount.changePassword("not it at all", chosen)))
                .isEqualTo(new Refused(Problem.CURRENT_PASSWORD_WRONG));
        assertThat(As.signedIn(browser, () -> myAccount.changePassword(TestPeople.PASSWORD, "short")))
                .isEqualTo(new Refused(Problem.PASSWORD_TOO_SHORT));
        assertThat(As.signedIn(browser, () -> myAccount.changePassword(TestPeople.PASSWORD, chosen)))
                .isInstanceOf(Done.class);
        assertThat(passwords.match(chosen, value(me, "password_hash"))).isTrue();
        assertThat(browser.rights()).isEqualTo(1);
        assertThat(actionsAbout(me)).containsExactly("account.password-changed");
    }

    @Test
    void a_new_own_password_revokes_what_was_made_with_the_old_one_and_nobody_elses() {
        Person me = testPeople.add(Role.PAYROLL);
        Person other = testPeople.add(Role.PAYROLL);
        As.person(me, () -> myTokens.make("made by whoever found the password out", null));
        As.person(other, () -> myTokens.make("payroll", null));

        As.person(me, () -> myAccount.changePassword("not it at all", "another good long password"));
        assertThat(As.person(me, myTokens::all)).hasSize(1);
        As.person(me, () -> myAccount.changePassword(TestPeople.PASSWORD, "another good long password"));

        assertThat(As.person(me, myTokens::all)).isEmpty();
        assertThat(As.person(other, myTokens::all)).hasSize(1);
    }

    @Test
    void a_name_and_the_colours_are_everybodys_own() {
        Person me = testPeople.add(Role.AUDITOR);
        SignedIn browser = new SignedIn(me);
        assertThat(As.signedIn(browser, () -> myAccount.rename("  Ines   Duarte ")))
                .isInstanceOf(Done.class);
        As.signedIn(browser, () -> {
            myAccount.prefer(mine -> mine.in(ColourScheme.DARK));
            return "";
        });
        As.signedIn(new SignedIn(me), () -> {
            myAccount.prefer(mine -> mine.withSignKeys(false));
            return "";
        });
        assertThat(browser.person().name()).isEqualTo("Ines Duarte");
        assertThat(browser.preferences().colourScheme()).isEqualTo(ColourScheme.DARK);
        assertThat(value(me, "colour_scheme")).isEqualTo("DARK");
        assertThat(value(me, "sign_keys")).isEqualTo("f");
        assertThat(actionsAbout(me)).containsExactly("account.renamed");
    }

    @Test
    void the_auditors_role_never_sees_a_hash_and_the_running_role_deletes_nobody() throws Exception {
        try (var auditor = database.auditor().getConnection();
                var app = database.app().getConnection()) {
            auditor.createStatement()
                    .executeQuery("select email, role from account")
                    .close();
            assertThatThrownBy(() -> auditor.createStatement().executeQuery("select password_hash from account"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> app.createStatement().executeUpdate("delete from account"))
                    .hasMessageContaining("permission denied");
        }
    }

    private AccountOutcome as(Supplier<AccountOutcome> call) {
        return As.person(boss, call);
    }

    private String value(Person person, String column) {
        return database.sql()
                .sql("select " + column + " from account where id = ?")
                .param(person.id())
                .query(String.class)
                .single();
    }

    private List<String> actionsAbout(Person person) {
        return database.sql()
                .sql("""
                        select action
                          from audit_entry
                          join audit_subject using (position)
                         where kind = 'account' and id = ?
                         order by position""")
                .param(person.id().toString())
                .query(String.class)
                .list();
    }
}
