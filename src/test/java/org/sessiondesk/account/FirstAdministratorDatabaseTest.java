package org.sessiondesk.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.AccountOutcome.Done;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.account.AccountOutcome.Refused;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class FirstAdministratorDatabaseTest {

    private static final String PASSWORD = "a good long password";

    @Autowired
    private AccountRows rows;

    @Autowired
    private Passwords passwords;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private java.time.InstantSource clock;

    @Autowired
    private TestDatabase database;

    @Test
    void of_two_instances_with_a_link_each_only_one_makes_an_administrator() throws Exception {
        nobodyAdministers();
        FirstAdministrator one = instance(null, null);
        FirstAdministrator other = instance(null, null);
        String first = one.issueSecret().orElseThrow();
        String second = other.issueSecret().orElseThrow();
        List<Callable<AccountOutcome>> both = List.of(
                () -> one.create(first, "first@setup.test", "First", PASSWORD),
                () -> other.create(second, "second@setup.test", "Second", PASSWORD));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(both).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(outcomes).hasAtLeastOneElementOfType(Done.class).contains(new Refused(Problem.LINK_SPENT));
        }
        assertThat(one.opens(first)).isFalse();
        assertThat(one.issueSecret()).isEmpty();
    }

    @Test
    void a_wrong_link_opens_nothing_and_a_bad_password_leaves_the_link_good() {
        nobodyAdministers();
        FirstAdministrator instance = instance(null, null);
        String secret = instance.issueSecret().orElseThrow();
        assertThat(instance.create("guess", "a@setup.test", "A", PASSWORD)).isEqualTo(new Refused(Problem.LINK_SPENT));
        assertThat(instance.create(secret, "a@setup.test", "A", "short"))
                .isEqualTo(new Refused(Problem.PASSWORD_TOO_SHORT));
        assertThat(instance.opens(secret)).isTrue();
        assertThat(instance.create(secret, "a@setup.test", "A", PASSWORD)).isInstanceOf(Done.class);
        assertThat(instance.create(secret, "b@setup.test", "B", PASSWORD)).isEqualTo(new Refused(Problem.LINK_SPENT));
    }

    @Test
    void the_environment_brings_in_the_first_one_only() {
        nobodyAdministers();
        instance("Boss@Setup.test", PASSWORD).afterSingletonsInstantiated();
        instance("late@setup.test", PASSWORD).afterSingletonsInstantiated();
        assertThat(rows.findByEmail("boss@setup.test")).isPresent();
        assertThat(rows.findByEmail("late@setup.test")).isEmpty();
    }

    private FirstAdministrator instance(
            @org.jspecify.annotations.Nullable String email, @org.jspecify.annotations.Nullable String password) {
        return new FirstAdministrator(
                new FirstAdminSettings(email, password), rows, passwords, clock, trail, jdbc, transaction);
    }

    private void nobodyAdministers() {
        database.sql()
                .sql("update account set disabled = true where role = 'ADMINISTRATOR'")
                .update();
    }
}
