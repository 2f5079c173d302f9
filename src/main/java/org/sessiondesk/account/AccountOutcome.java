package org.sessiondesk.account;

/** What became of an act on an account. */
public sealed interface AccountOutcome {

    /** It is done. */
    record Done(Person person) implements AccountOutcome {}

    /**
     * It is done, and this password lets the person in once they have it.
     *
     * @param password shown now and never again; to be replaced at the first sign-in
     */
    record HandOver(Person person, String password) implements AccountOutcome {
        @Override
        public String toString() {
            return "HandOver[" + person + "]";
        }
    }

    /** Nothing was done. */
    record Refused(Problem problem) implements AccountOutcome {}

    /** Why an act on an account is refused. */
    enum Problem {
        EMAIL_UNREADABLE,
        EMAIL_TAKEN,
        NAME_MISSING,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_TOO_EASY,
        CURRENT_PASSWORD_WRONG,
        LAST_ADMINISTRATOR,
        TOO_MANY_TRIES,
        /** The set-up link was used, is another start's, or an administrator exists already. */
        LINK_SPENT,
        UNKNOWN_PERSON
    }
}
