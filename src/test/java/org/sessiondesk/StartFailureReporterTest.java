package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureReporterTest {

    @Test
    void an_impossible_setting_is_found_however_deep_it_lies() {
        Throwable deep = new IllegalStateException(
                "outer", new IllegalArgumentException("inner", new ImpossibleSetting("SOME_NAME", "is missing", "x")));

        assertThat(StartFailureReporter.line(deep)).contains("SOME_NAME is missing. Example: x");
    }

    @Test
    void a_value_of_the_wrong_kind_names_its_variable_and_not_the_value() {
        Binder binder = new Binder(
                new MapConfigurationPropertySource(Map.of("sessiondesk.ontime.read-interval", "soon-secret")));
        Throwable failure = catchThrowable(() -> binder.bind("sessiondesk.ontime.read-interval", Duration.class));

        assertThat(StartFailureReporter.line(failure))
                .contains("SESSIONDESK_ONTIME_READ_INTERVAL can't be read as a duration. Example: 10s");
    }

    @Test
    void a_taken_port_names_the_next() {
        assertThat(StartFailureReporter.line(new IllegalStateException(new PortInUseException(8080))))
                .contains("SERVER_PORT 8080 is in use by another program. Example: SERVER_PORT=8081");
    }

    @Test
    void whatever_no_setting_mends_is_left_to_spring_boot() {
        assertThat(StartFailureReporter.line(new IllegalStateException("a bug")))
                .isEqualTo(Optional.empty());
    }
}
