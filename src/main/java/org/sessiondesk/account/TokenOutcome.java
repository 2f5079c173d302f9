package org.sessiondesk.account;

/** What became of an act on a personal token. */
public sealed interface TokenOutcome {

    /**
     * It is made.
     *
     * @param secret the token itself, shown now and never again
     */
    record Made(PersonalToken token, String secret) implements TokenOutcome {
        @Override
        public String toString() {
            return "Made[" + token + "]";
        }
    }

    /** It isn't accepted any more. */
    record Revoked() implements TokenOutcome {}

    /** Nothing was done. */
    record Refused(Problem problem) implements TokenOutcome {}

    /** Why an act on a token is refused. */
    enum Problem {
        NAME_MISSING,
        END_IS_PAST,
        TOO_MANY,
        /** An own password comes first. */
        INITIAL_PASSWORD,
        /** It is somebody else's, or revoked already. */
        UNKNOWN_TOKEN
    }
}
