package org.sessiondesk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.site.ImpossibleSetting;

class FirstAdminSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "boss@example.com, , SESSIONDESK_FIRST_ADMIN_PASSWORD",
        ", a good long password, SESSIONDESK_FIRST_ADMIN_EMAIL",
        "boss, a good long password, SESSIONDESK_FIRST_ADMIN_EMAIL",
        "boss@example.com, tiny, SESSIONDESK_FIRST_ADMIN_PASSWORD",
    })
    void what_cannot_be_is_refused_by_name_and_without_the_secret(
            @Nullable String email, @Nullable String password, String named) {
        assertThatThrownBy(() -> new FirstAdminSettings(email, password))
                .isInstanceOf(ImpossibleSetting.class)
                .hasMessageStartingWith(named)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .doesNotContain(password == null ? "-" : password)
                        .doesNotContain("\n"));
    }

    @Test
    void both_or_neither_will_do() {
        assertThat(new FirstAdminSettings(null, null).email()).isNull();
        assertThat(new FirstAdminSettings("", "").email()).isEmpty();
        assertThat(new FirstAdminSettings("boss@example.com", "a good long password").email())
                .isEqualTo("boss@example.com");
    }

    @Test
    void its_text_hides_the_password() {
        assertThat(new FirstAdminSettings("boss@example.com", "a good long password").toString())
                .doesNotContain("long");
    }
}
