package org.sessiondesk.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Origin;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks an e-mail address with its password. A wrong password, an unknown address, a disabled account and a password
 * handed over too long ago look the same from outside and take the same time.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final AccountRows rows;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final FailedSignIns failed;
    private final AuditTrail trail;
    private final Origin origin;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SignIn(
            AccountRows rows,
            Passwords passwords,
            SignInThrottle throttle,
            FailedSignIns failed,
            AuditTrail trail,
            Origin origin,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.passwords = passwords;
        this.throttle = throttle;
        this.failed = failed;
        this.trail = trail;
        this.origin = origin;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String email = AccountRules.email(typed.getName());
        String address = origin.address().orElse("");
        Instant now = clock.instant();
        throttle.begin(email, address).ifPresent(until -> {
            failed.count(address, email, Optional.empty());
            throw new SlowDown(Duration.between(now, until));
        });
        Optional<AccountRow> account = rows.findByEmail(email);
        String password = String.valueOf(typed.getCredentials());
        // No transaction meanwhile: hashing takes long enough to starve the pool.
        boolean matches =
                passwords.match(password, account.map(AccountRow::passwordHash).orElse(null));
        if (account.isEmpty() || !matches || !account.get().mayEnter(now)) {
            failed.count(address, email, account.map(row -> row.person().id()));
            throw new BadCredentialsException("wrong e-mail or password");
        }
        SignedIn person = transaction.execute(_ -> enter(account.get(), password));
        throttle.succeeded(email, address);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }

    private SignedIn enter(AccountRow checked, String password) {
        var id = checked.person().id();
        AccountRow row = rows.findById(id).orElse(checked);
        if (row.rights() != checked.rights()) {
            throw new BadCredentialsException("changed while the password was checked");
        }
        if (passwords.isOutdated(row.passwordHash())) {
            row.rehash(passwords.hash(password));
        }
        trail.record(Fact.of("account.signed-in", Actor.person(id)).about("account", id));
        return row.signedIn();
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            var id = signedIn.person().id();
            transaction.executeWithoutResult(_ ->
                    trail.record(Fact.of("account.signed-out", Actor.person(id)).about("account", id)));
        }
    }
}
