package org.sessiondesk.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.account.TokenAnswer;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody's program, let in by this token. */
final class ByToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final SignedIn person;
    private final UUID token;

    ByToken(TokenAnswer.Entered entered) {
        super(entered.person().getAuthorities());
        this.person = entered.person();
        this.token = entered.token();
        setAuthenticated(true);
    }

    /** Its id. */
    UUID token() {
        return token;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByToken that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
