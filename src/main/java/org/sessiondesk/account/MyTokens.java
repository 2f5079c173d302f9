package org.sessiondesk.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.TokenOutcome.Made;
import org.sessiondesk.account.TokenOutcome.Problem;
import org.sessiondesk.account.TokenOutcome.Refused;
import org.sessiondesk.account.TokenOutcome.Revoked;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's own tokens for programs: made, shown once, revoked. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional
public class MyTokens {

    /** How many somebody may have at once, so that a list of them can be looked through. */
    public static final int MOST = 20;

    private final AccountRows accounts;
    private final TokenRows tokens;
    private final AuditTrail trail;
    private final InstantSource clock;

    MyTokens(AccountRows accounts, TokenRows tokens, AuditTrail trail, InstantSource clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that weren't revoked, the oldest first; with them those whose end is over. */
    @Transactional(readOnly = true)
    public List<PersonalToken> all() {
        return tokens.of(SignedIn.now().id());
    }

    /**
     * Makes one.
     *
     * @param until from when on it isn't accepted; null for none
     */
    public TokenOutcome make(String name, @Nullable Instant until) {
        String called = AccountRules.name(name);
        if (AccountRules.checkName(called).isPresent()) {
            return new Refused(Problem.NAME_MISSING);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (until != null && !now.isBefore(until)) {
            return new Refused(Problem.END_IS_PAST);
        }
        UUID me = SignedIn.now().id();
        // One at a time, so that two windows at once don't make more than the most.
        boolean ownPassword = accounts.lock(me)
                .map(row -> !row.signedIn().hasInitialPassword())
                .orElse(false);
        if (!ownPassword) {
            return new Refused(Problem.INITIAL_PASSWORD);
        }
        if (tokens.of(me).size() >= MOST) {
            return new Refused(Problem.TOO_MANY);
        }
        var token = new PersonalToken(UUID.randomUUID(), called, now, until);
        var secret = TokenSecret.fresh();
        tokens.add(me, token, secret);
        trail.record(fact("account.token-made", me, token.id())
                .detail("until", until)
                .text("name", called));
        return new Made(token, secret.text());
    }

    /** Makes it worthless for the next request. */
    public TokenOutcome revoke(UUID id) {
        UUID me = SignedIn.now().id();
        if (!tokens.revoke(id, me, clock.instant())) {
            return new Refused(Problem.UNKNOWN_TOKEN);
        }
        trail.record(fact("account.token-revoked", me, id));
        return new Revoked();
    }

    private static Fact fact(String action, UUID me, UUID token) {
        return Fact.of(action, Actor.person(me)).about("account", me).about("token", token);
    }
}
