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

    FirstAdminSettings {
        boolean hasEmail = StringUtils.hasText(email);
        boolean hasPassword = StringUtils.hasText(password);
        if (hasPassword && !hasEmail) {
            throw new ImpossibleSetting(
                    EMAIL, "is missing, and " + PASSWORD + " is given: name both or neither", "boss@example.com");
        }
        if (hasEmail && !hasPassword) {
            throw new ImpossibleSetting(
                    PASSWORD, "is missing, and " + EMAIL + " is given: name both or neither", EXAMPLE);
        }
        if (hasEmail) {
            String address = AccountRules.email(String.valueOf(email));
            if (AccountRules.check(address, "-").isPresent()) {
                throw new ImpossibleSetting(EMAIL, "is no e-mail address", "boss@example.com");
            }
            AccountRules.checkPassword(String.valueOf(password), address).ifPresent(problem -> {
                throw new ImpossibleSetting(PASSWORD, words(problem), EXAMPLE);
            });
        }
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
