package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationContext;

class SettingsArriveTest {

    private static final Map<String, String> NEEDED = Map.of(
            "SESSIONDESK_SITE_TIME_ZONE", "Europe/Berlin",
            "SESSIONDESK_ONTIME_COMPANY_ID", "acme",
            "SESSIONDESK_ONTIME_API_KEY", "a-key",
            "SESSIONDESK_FIRST_ADMIN_EMAIL", "first@example.com",
            "SESSIONDESK_FIRST_ADMIN_PASSWORD", "as long as is asked for");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SESSIONDESK_SITE_NAME, Bay Couriers, Bay Couriers",
        "SESSIONDESK_SITE_TIME_ZONE, America/Denver, America/Denver",
        "SESSIONDESK_SITE_DISTANCE_UNIT, km, km",
        "SESSIONDESK_ONTIME_BASE_URL, https://ontime.example.com/, https://ontime.example.com",
        "SESSIONDESK_ONTIME_COMPANY_ID, other, other",
        "SESSIONDESK_ONTIME_API_KEY, another-key, another-key",
        "SESSIONDESK_ONTIME_AUTH_SCHEME, Bearer, Bearer",
        "SESSIONDESK_ONTIME_READ, false, false",
        "SESSIONDESK_ONTIME_READ_BEFORE_UPDATE, false, false",
        "SESSIONDESK_ONTIME_READ_INTERVAL, 90s, PT1M30S",
        "SESSIONDESK_ONTIME_READ_DAYS, 31, 31",
        "SESSIONDESK_ONTIME_REQUESTS_PER_SECOND, 2.5, 2.5",
        "SESSIONDESK_ONTIME_UNMARKED_TIMES, site, SITE",
        "SESSIONDESK_ONTIME_UNRECORDED_MILEAGE, null, NULL",
        "SESSIONDESK_ONTIME_CONNECT_TIMEOUT, 7s, PT7S",
        "SESSIONDESK_ONTIME_EXCHANGE_TIMEOUT, 1m, PT1M",
        "SESSIONDESK_DELIVERY_GRACE, 20s, PT20S",
        "SESSIONDESK_DELIVERY_LONGEST_GRACE, 2m, PT2M",
        "SESSIONDESK_DELIVERY_RETRY, 3s, PT3S",
        "SESSIONDESK_DELIVERY_LONGEST_RETRY, 1h, PT1H",
        "SESSIONDESK_DELIVERY_LOOK_AGAIN, 30s, PT30S",
        "SESSIONDESK_CONNECTION_PROBE_EVERY, 1m, PT1M",
        "SESSIONDESK_CONNECTION_FAILURES, 3, 3",
        "SESSIONDESK_CONNECTION_PAUSE, 10s, PT10S",
        "SESSIONDESK_CONNECTION_LONGEST_PAUSE, 5m, PT5M",
        "SESSIONDESK_MORNING_TO, 'anna@example.com, omar@example.com', '[anna@example.com, omar@example.com]'",
        "SESSIONDESK_MORNING_AT, 05:45, 05:45",
        "SESSIONDESK_MORNING_FROM, desk@example.com, desk@example.com",
        "SESSIONDESK_MORNING_LINK, https://desk.example.com/, https://desk.example.com",
        "SESSIONDESK_FIRST_ADMIN_EMAIL, boss@example.com, boss@example.com",
        "SESSIONDESK_FIRST_ADMIN_PASSWORD, a long enough sentence, a long enough sentence",
    })
    void a_variable_arrives_in_its_rooms_settings(String variable, String given, String arrived) {
        Map<String, String> variables = new HashMap<>(NEEDED);
        variables.put(variable, given);

        try (var rooms = AllSettings.from(variables)) {
            assertThat(settings(rooms)).containsEntry(variable, arrived);
        }
    }

    @Test
    void the_file_of_the_key_arrives_and_a_variable_set_to_nothing_is_not_set() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "a-key\n");
        Map<String, String> variables = new HashMap<>(NEEDED);
        variables.put("SESSIONDESK_ONTIME_API_KEY", "");
        variables.put("SESSIONDESK_ONTIME_API_KEY_FILE", file.toString());

        try (var rooms = AllSettings.from(variables)) {
            assertThat(settings(rooms)).containsEntry("SESSIONDESK_ONTIME_API_KEY_FILE", file.toString());
        }
    }

    @Test
    void the_mail_server_arrives() {
        Map<String, String> variables = new HashMap<>(NEEDED);
        variables.put("SPRING_MAIL_HOST", "smtp.example.com");
        variables.put("SPRING_MAIL_PORT", "587");
        variables.put("SPRING_MAIL_USERNAME", "desk");
        variables.put("SPRING_MAIL_PASSWORD", "a-secret");

        try (var rooms = AllSettings.from(variables)) {
            MailProperties mail = Binder.get(rooms.getEnvironment()).bindOrCreate("spring.mail", MailProperties.class);
            assertThat(mail.getHost()).isEqualTo("smtp.example.com");
            assertThat(mail.getPort()).isEqualTo(587);
            assertThat(mail.getUsername()).isEqualTo("desk");
            assertThat(mail.getPassword()).isEqualTo("a-secret");
        }
    }

    @Test
    void the_port_arrives() {
        Map<String, String> variables = new HashMap<>(NEEDED);
        variables.put("SERVER_PORT", "8123");

        try (var rooms = AllSettings.from(variables)) {
            ServerProperties server = Binder.get(rooms.getEnvironment()).bindOrCreate("server", ServerProperties.class);
            assertThat(server.getPort()).isEqualTo(8123);
        }
    }

    @Test
    void every_setting_stands_in_the_operators_book() throws IOException {
        String book = Files.readString(Path.of("docs", "operations.md"));

        try (var rooms = AllSettings.from(NEEDED)) {
            // The sandbox is no part of production and has a book of its own.
            assertThat(settings(rooms).keySet().stream().filter(variable -> !variable.contains("_SANDBOX_")))
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(book).contains("`" + variable + "`"));
        }
    }

    /** What each room was told, by the name of the variable that tells it. */
    private static Map<String, String> settings(ApplicationContext rooms) {
        Map<String, String> settings = new TreeMap<>();
        rooms.getBeansWithAnnotation(ConfigurationProperties.class).values().forEach(room -> {
            String prefix =
                    room.getClass().getAnnotation(ConfigurationProperties.class).value();
            for (RecordComponent setting : room.getClass().getRecordComponents()) {
                settings.put(variable(prefix + "." + setting.getName()), value(room, setting));
            }
        });
        return settings;
    }

    private static String value(Object room, RecordComponent setting) {
        try {
            setting.getAccessor().setAccessible(true);
            return String.valueOf(setting.getAccessor().invoke(room));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String variable(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[.-]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
