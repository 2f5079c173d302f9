package org.sessiondesk.ontime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.ontime.OnTimeSettings.UnmarkedTimes;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OnTimeSettingsTest {

    private final Map<String, Object> environment =
            new HashMap<>(Map.of("SESSIONDESK_ONTIME_COMPANY_ID", "acme", "SESSIONDESK_ONTIME_API_KEY", "secret-key"));

    @Test
    void each_name_arrives_as_an_environment_variable() {
        environment.putAll(Map.ofEntries(
                Map.entry("SESSIONDESK_ONTIME_BASE_URL", "http://localhost:8080/sandbox/"),
                Map.entry("SESSIONDESK_ONTIME_AUTH_SCHEME", "Bearer"),
                Map.entry("SESSIONDESK_ONTIME_READ", "false"),
                Map.entry("SESSIONDESK_ONTIME_READ_BEFORE_UPDATE", "false"),
                Map.entry("SESSIONDESK_ONTIME_READ_INTERVAL", "10s"),
                Map.entry("SESSIONDESK_ONTIME_READ_DAYS", "31"),
                Map.entry("SESSIONDESK_ONTIME_REQUESTS_PER_SECOND", "100"),
                Map.entry("SESSIONDESK_ONTIME_UNMARKED_TIMES", "site"),
                Map.entry("SESSIONDESK_ONTIME_UNRECORDED_MILEAGE", "null"),
                Map.entry("SESSIONDESK_ONTIME_CONNECT_TIMEOUT", "1s"),
                Map.entry("SESSIONDESK_ONTIME_EXCHANGE_TIMEOUT", "2s")));
        assertThat(bound())
                .isEqualTo(new OnTimeSettings(
                        "http://localhost:8080/sandbox",
                        "acme",
                        "secret-key",
                        null,
                        "Bearer",
                        false,
                        false,
                        Duration.ofSeconds(10),
                        31,
                        100,
                        UnmarkedTimes.SITE,
                        OnTimeSettings.UnrecordedMileage.NULL,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2)));
    }

    @Test
    void two_settings_are_enough() {
        var settings = bound();
        assertThat(settings.api()).hasToString("https://secure.ontime360.com/sites/acme/api/");
        assertThat(settings.unmarkedTimes()).isEqualTo(UnmarkedTimes.UTC);
        assertThat(settings.toString()).doesNotContain("secret-key");
    }

    @ParameterizedTest
    @CsvSource({
        "BASE_URL, http://secure.ontime360.com",
        "BASE_URL, http://localhost.example.com",
        "BASE_URL, http://127.0.0.1.example.com",
        "BASE_URL, https://me:pass@secure.ontime360.com",
        "BASE_URL, https://secure.ontime360.com?x=1",
        "BASE_URL, ftp://secure.ontime360.com",
        "BASE_URL, secure.ontime360.com",
        "BASE_URL, ':'",
        "COMPANY_ID, ''",
        "COMPANY_ID, a/b",
        "COMPANY_ID, ..",
        "API_KEY, ''",
        "AUTH_SCHEME, Bearer token",
        "READ_INTERVAL, 0s",
        "READ_DAYS, 0",
        "REQUESTS_PER_SECOND, 0",
        "REQUESTS_PER_SECOND, NaN",
        "CONNECT_TIMEOUT, 0s",
        "EXCHANGE_TIMEOUT, 1h",
    })
    void an_impossible_value_is_refused_by_its_name(String name, String value) {
        environment.put("SESSIONDESK_ONTIME_" + name, value);
        assertThatThrownBy(this::bound)
                .rootCause()
                .asInstanceOf(type(ImpossibleSetting.class))
                .extracting(ImpossibleSetting::name)
                .isEqualTo("SESSIONDESK_ONTIME_" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "HTTPS://x.test/a/"})
    void plain_http_is_for_this_machine_only(String url) {
        environment.put("SESSIONDESK_ONTIME_BASE_URL", url);
        assertThat(bound().api()).hasPath(url.endsWith("/a/") ? "/a/sites/acme/api/" : "/sites/acme/api/");
    }

    @Test
    void a_key_file_is_read_anew_each_time(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "first\n");
        var key = new ApiKey(TestClient.settings("https://x.test", "", file, ""));
        assertThat(key.current()).isEqualTo(new ApiKey.Current.Present("first"));
        Files.writeString(file, "second");
        assertThat(key.current()).isEqualTo(new ApiKey.Current.Present("second"));
        Files.writeString(file, "two\nlines");
        assertThat(problem(key)).contains("holds no key");
        Files.writeString(file, " \n");
        assertThat(problem(key)).contains("is empty");
        Files.delete(file);
        assertThat(problem(key)).contains("can't be read");
    }

    @Test
    void without_a_key_nothing_is_sent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "soon-gone");
        try (var server = new ScriptedServer();
                var client = new TestClient(TestClient.settings(server.url(), "", file, ""))) {
            Files.delete(file);
            assertThat(client.update())
                    .isInstanceOfSatisfying(
                            OnTimeAnswer.NotAuthorised.class,
                            answer -> assertThat(answer.why()).isEqualTo(NotAuthorisedWhy.KEY_MISSING));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void a_scheme_stands_before_the_key() throws IOException {
        try (var server = new ScriptedServer();
                var client = new TestClient(TestClient.settings(server.url(), "secret-key", null, "Bearer"))) {
            client.update();
            assertThat(server.requests().getFirst().head())
                    .containsIgnoringCase("\r\nAuthorization: Bearer secret-key\r\n");
        }
    }

    private static @Nullable String problem(ApiKey key) {
        return key.current() instanceof ApiKey.Current.Missing missing ? missing.problem() : null;
    }

    private OnTimeSettings bound() {
        var source = new SystemEnvironmentPropertySource("systemEnvironment", environment);
        return new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(source)))
                .bindOrCreate("sessiondesk.ontime", OnTimeSettings.class);
    }
}
