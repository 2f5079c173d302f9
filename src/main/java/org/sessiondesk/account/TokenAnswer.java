package org.sessiondesk.account;

import java.time.Duration;
import java.util.UUID;

/** What a presented token is good for. */
public sealed interface TokenAnswer {

    /** It is this person's, with the rights that they have now. */
    record Entered(SignedIn person, UUID token) implements TokenAnswer {}

    /** It is none, revoked, past its end, or its person is kept out: which of these isn't told. */
    record Refused() implements TokenAnswer {}

    /** Too many guesses came from there: the next is looked at after a wait. */
    record Wait(Duration waitBeforeRetry) implements TokenAnswer {}
}
