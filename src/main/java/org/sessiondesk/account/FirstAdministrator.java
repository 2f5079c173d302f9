package org.sessiondesk.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.AccountOutcome.Done;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.account.AccountOutcome.Refused;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/**
 * Brings in the first administrator, as long as there is none: from the environment at the start, or through a set-up
 * link that works once and dies with this process. Anybody may call it, which is why it asks for the link's secret.
 */
@Service
public class FirstAdministrator implements SmartInitializingSingleton {

    /** Any number that no other lock of ours has: one creation at a time, on all instances. */
    private static final long ADVISORY_LOCK = 0x5345_5455_50L;

    private final FirstAdminSettings settings;
    private final AccountRows rows;
    private final Passwords passwords;
    private final InstantSource clock;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** In memory only. */
    private final AtomicReference<@Nullable String> secret = new AtomicReference<>();

    private volatile boolean seen;

    FirstAdministrator(
            FirstAdminSettings settings,
            AccountRows rows,
            Passwords passwords,
            InstantSource clock,
            AuditTrail trail,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.rows = rows;
        this.passwords = passwords;
        this.clock = clock;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Before the first request is answered. */
    @Override
    public void afterSingletonsInstantiated() {
        String email = settings.email();
        String password = settings.password();
        if (StringUtils.hasText(email) && StringUtils.hasText(password) && !exists()) {
            create(AccountRules.email(email), "Administrator", password);
        }
    }

    /** Whether there is somebody who can let others in; once true it stays so. */
    public boolean exists() {
        if (!seen) {
            seen = rows.existsByRoleAndDisabledFalse(Role.ADMINISTRATOR);
        }
        return seen;
    }

    /** The secret of this process's link; empty once there is an administrator. */
    Optional<String> issueSecret() {
        if (exists()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        secret.set(fresh);
        return Optional.of(fresh);
    }

    /** Whether this is the secret of a link that still works. */
    public boolean opens(String given) {
        String expected = secret.get();
        return expected != null
                && !exists()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates the first administrator and spends the link. A refusal for another reason leaves the link as it is. */
    public AccountOutcome create(String given, String email, String name, String password) {
        if (!opens(given)) {
            return new Refused(Problem.LINK_SPENT);
        }
        String address = AccountRules.email(email);
        String called = AccountRules.name(name);
        var problem = AccountRules.check(address, called).or(() -> AccountRules.checkPassword(password, address));
        if (problem.isPresent()) {
            return new Refused(problem.get());
        }
        return create(address, called, password);
    }

    private AccountOutcome create(String email, String name, String password) {
        String hash = passwords.hash(password);
        AccountOutcome outcome = transaction.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock) is null")
                    .param("lock", ADVISORY_LOCK)
                    .query(Boolean.class)
                    .single();
            if (rows.existsByRoleAndDisabledFalse(Role.ADMINISTRATOR)) {
                return new Refused(Problem.LINK_SPENT);
            }
            if (rows.existsByEmail(email)) {
                return new Refused(Problem.EMAIL_TAKEN);
            }
            Person person = rows.save(new AccountRow(email, name, Role.ADMINISTRATOR, hash, null, clock.instant()))
                    .person();
            trail.record(Fact.of("account.added", Actor.system())
                    .about("account", person.id())
                    .detail("role", Role.ADMINISTRATOR)
                    .detail("first", true)
                    .text("email", email)
                    .text("name", name));
            return new Done(person);
        });
        secret.set(outcome instanceof Refused(Problem p) && p == Problem.EMAIL_TAKEN ? secret.get() : null);
        return outcome;
    }
}
