package org.sessiondesk.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sessiondesk.audit.Origin;
import org.springframework.stereotype.Component;

/**
 * Lets programs in by the token of a person. The database is asked each time, so a token revoked or a person blocked a
 * moment ago is refused on every instance.
 */
@Component
public class TokenDoor {

    /** Stands in the trail where failed sign-ins have what was typed; the guess itself stands nowhere. */
    private static final String A_TOKEN = "(personal token)";

    private final TokenRows tokens;
    private final FailedSignIns failed;
    private final Origin origin;
    private final InstantSource clock;

    /** Apart from the counts of the log-in screen: a program with a bad token must not keep an office out of it. */
    private final SignInThrottle throttle;

    TokenDoor(TokenRows tokens, FailedSignIns failed, Origin origin, InstantSource clock) {
        this.tokens = tokens;
        this.failed = failed;
        this.origin = origin;
        this.clock = clock;
        this.throttle = new SignInThrottle(clock);
    }

    /** What this token, as it was presented, is good for now. */
    public TokenAnswer enter(String presented) {
        var secret = new TokenSecret(presented);
        String address = origin.address().orElse("");
        Instant now = clock.instant();
        // First of all: whoever has a real one guesses nothing, however much is guessed beside them.
        Optional<TokenRows.Holder> holder = secret.hasForm() ? tokens.holder(secret) : Optional.empty();
        if (holder.isEmpty()) {
            return guessed(secret, address, now);
        }
        if (!holder.get().mayEnter(now)) {
            // Nor does a forgotten program, which must not slow its neighbours.
            failed.count(
                    address, A_TOKEN, Optional.of(holder.get().person().person().id()));
            return new TokenAnswer.Refused();
        }
        return new TokenAnswer.Entered(holder.get().person(), holder.get().token());
    }

    private TokenAnswer guessed(TokenSecret secret, String address, Instant now) {
        failed.count(address, A_TOKEN, Optional.empty());
        Optional<Instant> until = throttle.refusedUntil(secret.trace(), address);
        if (until.isPresent()) {
            return new TokenAnswer.Wait(Duration.between(now, until.get()));
        }
        throttle.failed(secret.trace(), address);
        return new TokenAnswer.Refused();
    }
}
