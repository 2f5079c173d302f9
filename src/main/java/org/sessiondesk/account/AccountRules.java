package org.sessiondesk.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sessiondesk.account.AccountOutcome.Problem;

/** What an e-mail address, a name and a password must be like. */
final class AccountRules {

    /** Length is what counts (NIST SP 800-63B): no rules about digits or signs, no forced changes. */
    static final int SHORTEST_PASSWORD = 12;

    static final int LONGEST_PASSWORD = 128;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    private AccountRules() {}

    static String email(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static String name(String typed) {
        return typed.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    static Optional<Problem> check(String email, String name) {
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            return Optional.of(Problem.EMAIL_UNREADABLE);
        }
        return checkName(name);
    }

    static Optional<Problem> checkName(String name) {
        return name.isEmpty() || name.length() > LONGEST_NAME ? Optional.of(Problem.NAME_MISSING) : Optional.empty();
    }

    static Optional<Problem> checkPassword(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD) {
            return Optional.of(Problem.PASSWORD_TOO_SHORT);
        }
        if (length > LONGEST_PASSWORD) {
            return Optional.of(Problem.PASSWORD_TOO_LONG);
        }
        boolean monotonous = password.codePoints().distinct().count() < FEWEST_DIFFERENT;
        return monotonous || email(password).equals(email) ? Optional.of(Problem.PASSWORD_TOO_EASY) : Optional.empty();
    }
}
