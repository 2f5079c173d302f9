package org.sessiondesk.account;

import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Calls a door as somebody who is signed in. */
final class As {

    private As() {}

    static <T> T person(Person person, Supplier<T> call) {
        return signedIn(new SignedIn(person), call);
    }

    static <T> T signedIn(SignedIn principal, Supplier<T> call) {
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities())));
        try {
            return call.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
