package org.sessiondesk.account;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sessiondesk.account.AccountOutcome.Done;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.account.AccountOutcome.Refused;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Origin;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may do with their own account. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional
public class MyAccount {

    private final AccountRows rows;
    private final TokenRows tokens;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final InstantSource clock;
    private final AuditTrail trail;
    private final LiveNews news;
    private final Origin origin;

    MyAccount(
            AccountRows rows,
            TokenRows tokens,
            Passwords passwords,
            SignInThrottle throttle,
            InstantSource clock,
            AuditTrail trail,
            LiveNews news,
            Origin origin) {
        this.rows = rows;
        this.tokens = tokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
        this.trail = trail;
        this.news = news;
        this.origin = origin;
    }

    /** Changes the name as colleagues read it. */
    public AccountOutcome rename(String name) {
        String called = AccountRules.name(name);
        return AccountRules.checkName(called)
                .<AccountOutcome>map(Refused::new)
                .orElseGet(() -> changeMine(row -> {
                    if (!row.person().name().equals(called)) {
                        row.rename(called);
                        trail.record(fact("account.renamed", row).text("name", called));
                    }
                    return new Done(row.person());
                }));
    }

    /**
     * Replaces the own password. This browser stays signed in, every other one of this person is signed out. Whoever found
     * the old one out may have made tokens with it, so they are revoked.
     */
    public AccountOutcome changePassword(String current, String chosen) {
        Person me = SignedIn.now();
        String address = origin.address().orElse("");
        // A browser left open must not become a place to guess in.
        if (throttle.begin(me.email(), address).isPresent()) {
            return new Refused(Problem.TOO_MANY_TRIES);
        }
        return changeMine(row -> {
            if (!passwords.match(current, row.passwordHash())) {
                return new Refused(Problem.CURRENT_PASSWORD_WRONG);
            }
            throttle.succeeded(me.email(), address);
            var problem = AccountRules.checkPassword(chosen, me.email());
            if (problem.isEmpty() && chosen.equals(current)) {
                problem = java.util.Optional.of(Problem.PASSWORD_TOO_EASY);
            }
            if (problem.isPresent()) {
                return new Refused(problem.get());
            }
            row.ownPassword(passwords.hash(chosen));
            trail.record(fact("account.password-changed", row)
                    .detail("tokens", tokens.revokeAll(row.person().id(), clock.instant())));
            return new Done(row.person());
        });
    }

    /** Keeps how the screens are to look and which keys they hear. A matter of taste: not in the trail. */
    public void prefer(UnaryOperator<Preferences> change) {
        changeMine(row -> {
            row.prefer(change.apply(row.preferences()));
            return new Done(row.person());
        });
    }

    private AccountOutcome changeMine(Function<AccountRow, AccountOutcome> change) {
        SignedIn me = SignedIn.current().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
        return rows.lock(me.person().id())
                .map(row -> {
                    AccountOutcome outcome = change.apply(row);
                    if (outcome instanceof Done) {
                        news.tell(News.of(News.Topic.ACCOUNT, me.person().id()));
                        me.become(row.signedIn());
                    }
                    return outcome;
                })
                .orElseGet(() -> new Refused(Problem.UNKNOWN_PERSON));
    }

    private static Fact fact(String action, AccountRow row) {
        return Fact.of(action, Actor.person(row.person().id()))
                .about("account", row.person().id());
    }
}
