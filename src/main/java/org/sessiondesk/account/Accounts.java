package org.sessiondesk.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.sessiondesk.account.AccountOutcome.Done;
import org.sessiondesk.account.AccountOutcome.HandOver;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.account.AccountOutcome.Refused;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with accounts. Whoever loses rights is signed out of every open browser, on every instance,
 * within a second.
 */
@Service
@PreAuthorize(Role.MAY_ADMINISTER)
@Transactional
public class Accounts {

    /** How long a password that was handed over lets in. */
    public static final Duration INITIAL_PASSWORD_LASTS = Duration.ofDays(7);

    private final AccountRows rows;
    private final TokenRows tokens;
    private final Passwords passwords;
    private final InstantSource clock;
    private final AuditTrail trail;
    private final LiveNews news;

    Accounts(
            AccountRows rows,
            TokenRows tokens,
            Passwords passwords,
            InstantSource clock,
            AuditTrail trail,
            LiveNews news) {
        this.rows = rows;
        this.tokens = tokens;
        this.passwords = passwords;
        this.clock = clock;
        this.trail = trail;
        this.news = news;
    }

    /** Everybody with an account, disabled ones included, by name. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return rows.findAllByOrderByNameAscEmailAsc().stream()
                .map(AccountRow::person)
                .toList();
    }

    /** Gives somebody an account: {@link HandOver} with a password for the first sign-in, or why not. */
    public AccountOutcome add(String email, String name, Role role) {
        String address = AccountRules.email(email);
        String called = AccountRules.name(name);
        var problem = AccountRules.check(address, called);
        if (problem.isPresent()) {
            return new Refused(problem.get());
        }
        // One at a time, so that two adding the same person both hear about it.
        rows.lockActiveAdministrators();
        if (rows.existsByEmail(address)) {
            return new Refused(Problem.EMAIL_TAKEN);
        }
        String password = passwords.fresh();
        var now = clock.instant();
        Person person = rows.save(new AccountRow(
                        address, called, role, passwords.hash(password), now.plus(INITIAL_PASSWORD_LASTS), now))
                .person();
        trail.record(fact("account.added", person.id())
                .detail("role", role)
                .text("email", address)
                .text("name", called));
        return told(new HandOver(person, password));
    }

    /** Gives a person another role. */
    public AccountOutcome changeRole(UUID id, Role role) {
        List<AccountRow> administrators = rows.lockActiveAdministrators();
        return change(id, row -> {
            Role before = row.person().role();
            if (before == role) {
                return new Done(row.person());
            }
            if (role != Role.ADMINISTRATOR && isLast(row, administrators)) {
                return new Refused(Problem.LAST_ADMINISTRATOR);
            }
            row.take(role);
            trail.record(
                    fact("account.role-changed", id).detail("before", before).detail("after", role));
            return new Done(row.person());
        });
    }

    /** Keeps a person out; what they did stays under their name. */
    public AccountOutcome disable(UUID id) {
        List<AccountRow> administrators = rows.lockActiveAdministrators();
        return change(id, row -> {
            if (row.person().disabled()) {
                return new Done(row.person());
            }
            if (isLast(row, administrators)) {
                return new Refused(Problem.LAST_ADMINISTRATOR);
            }
            row.disable();
            trail.record(fact("account.disabled", id));
            return new Done(row.person());
        });
    }

    /** Lets a disabled person in again, with the password they had. */
    public AccountOutcome enable(UUID id) {
        return change(id, row -> {
            if (row.person().disabled()) {
                row.enable();
                trail.record(fact("account.enabled", id));
            }
            return new Done(row.person());
        });
    }

    /**
     * Replaces a password that was forgotten or found out: {@link HandOver} with one for the next sign-in. Whoever found
     * it out may have made tokens with it, so they are revoked.
     */
    public AccountOutcome resetPassword(UUID id) {
        return change(id, row -> {
            String password = passwords.fresh();
            row.initialPassword(passwords.hash(password), clock.instant().plus(INITIAL_PASSWORD_LASTS));
            trail.record(fact("account.password-reset", id).detail("tokens", tokens.revokeAll(id, clock.instant())));
            return new HandOver(row.person(), password);
        });
    }

    private AccountOutcome change(UUID id, Change act) {
        return rows.lock(id).map(row -> told(act.on(row))).orElseGet(() -> new Refused(Problem.UNKNOWN_PERSON));
    }

    /** An act on one account. */
    private interface Change {
        AccountOutcome on(AccountRow row);
    }

    private static boolean isLast(AccountRow row, List<AccountRow> administrators) {
        return row.isActiveAdministrator() && administrators.size() == 1;
    }

    private Fact fact(String action, UUID about) {
        return Fact.of(action, Actor.person(SignedIn.now().id())).about("account", about);
    }

    private AccountOutcome told(AccountOutcome outcome) {
        switch (outcome) {
            case Done(Person person) -> tell(person);
            case HandOver(Person person, String _) -> tell(person);
            case Refused _ -> {}
        }
        return outcome;
    }

    private void tell(Person person) {
        news.tell(News.of(News.Topic.ACCOUNT, person.id()));
    }
}
