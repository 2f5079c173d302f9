package org.sessiondesk.account;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/** The first administrator as named by the environment; both or neither. */
@ConfigurationProperties("sessiondesk.first-admin")
record FirstAdminSettings(@Nullable String email, @Nullable String password) {

    private static final String EMAIL = "SESSIONDESK_FIRST_ADMIN_EMAIL";
    private static final String PASSWORD = "SESSIONDESK_FIRST_ADMIN_PASSWORD";
    private static final String EXAMPLE = "a sentence of at least 12 characters";

    boolean given() {
        return StringUtils.hasText(email) || StringUtils.hasText(password);
    }

    /** @throws ImpossibleSetting if nobody could sign in like that */
    void check() {
        if (!given()) {
            return;
        }
        if (!StringUtils.hasText(email)) {
            throw new ImpossibleSetting(
                    EMAIL, "is missing, and " + PASSWORD + " is given: name both or neither", "boss@example.com");
        }
        if (AccountRules.check(AccountRules.email(email), "-").isPresent()) {
            throw new ImpossibleSetting(EMAIL, "is no e-mail address", "boss@example.com");
        }
        if (!StringUtils.hasText(password)) {
            throw new ImpossibleSetting(
                    PASSWORD, "is missing, and " + EMAIL + " is given: name both or neither", EXAMPLE);
        }
        AccountRules.checkPassword(password, AccountRules.email(email)).ifPresent(problem -> {
            throw new ImpossibleSetting(PASSWORD, words(problem), EXAMPLE);
        });
    }

    private static String words(Problem problem) {
        return switch (problem) {
            case PASSWORD_TOO_SHORT -> "is shorter than " + AccountRules.SHORTEST_PASSWORD + " characters";
            case PASSWORD_TOO_LONG -> "is longer than " + AccountRules.LONGEST_PASSWORD + " characters";
            default -> "is too easy to guess";
        };
    }

    @Override
    public String toString() {
        return "FirstAdminSettings[email=" + email + "]";
    }
}
