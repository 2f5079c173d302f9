package org.sessiondesk.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many tries: the next is accepted after a wait. */
public final class SlowDown extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    SlowDown(Duration wait) {
        super("too many tries");
        this.wait = wait;
    }

    /** How long no try is accepted. */
    public Duration waitBeforeRetry() {
        return wait;
    }
}
