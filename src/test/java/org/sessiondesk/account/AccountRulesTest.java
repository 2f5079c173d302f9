package org.sessiondesk.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.account.AccountOutcome.Problem;

class AccountRulesTest {

    @ParameterizedTest
    @CsvSource({
        "eleven char, PASSWORD_TOO_SHORT",
        "aaaaaaaaaaaaaaaaaaaa, PASSWORD_TOO_EASY",
        "boss@example.com, PASSWORD_TOO_EASY",
    })
    void a_bad_password_is_named(String password, Problem problem) {
        assertThat(AccountRules.checkPassword(password, "boss@example.com")).contains(problem);
    }

    @Test
    void length_is_all_that_counts_and_letters_of_any_script_count_once() {
        assertThat(AccountRules.checkPassword("twelve chars", "a@b.test")).isEmpty();
        assertThat(AccountRules.checkPassword("x".repeat(124) + "abcde", "a@b.test"))
                .contains(Problem.PASSWORD_TOO_LONG);
        assertThat(AccountRules.checkPassword("😀😁😂😃😄😅😆😇😈😉😊", "a@b.test"))
                .contains(Problem.PASSWORD_TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "anna@", "@x.test", "anna @x.test", "anna@x@y.test"})
    void what_is_no_email_address_is_refused(String email) {
        assertThat(AccountRules.check(email, "Anna")).contains(Problem.EMAIL_UNREADABLE);
    }

    @Test
    void a_name_is_needed_and_spaces_are_tidied() {
        assertThat(AccountRules.check("anna@x.test", AccountRules.name("  "))).contains(Problem.NAME_MISSING);
        assertThat(AccountRules.name("  Anna \n  Berg ")).isEqualTo("Anna Berg");
        assertThat(AccountRules.email("  Anna@X.Test ")).isEqualTo("anna@x.test");
    }

    @Test
    void a_fresh_password_keeps_the_rules_and_is_another_each_time() {
        Passwords passwords = new Passwords();
        String fresh = passwords.fresh();
        assertThat(AccountRules.checkPassword(fresh, "a@b.test")).isEmpty();
        assertThat(fresh).matches("([2-9a-z]{4}-){3}[2-9a-z]{4}").isNotEqualTo(passwords.fresh());
    }

    @Test
    void only_argon2_hashes_are_made_and_nothing_matches_without_one() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("a good long password");
        assertThat(hash).startsWith("{argon2@SpringSecurity_v5_8}$argon2id$");
        assertThat(passwords.match("a good long password", hash)).isTrue();
        assertThat(passwords.match("a good long passwore", hash)).isFalse();
        assertThat(passwords.match("a good long password", null)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }
}
