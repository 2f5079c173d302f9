package org.sessiondesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class SandboxWantedTest {

    @TempDir
    private Path data;

    private WebApplicationContextRunner runner(String profile) {
        return new WebApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(SandboxConfiguration.class)
                .withPropertyValues(
                        "spring.profiles.active=" + profile,
                        "sessiondesk.data-dir=" + data,
                        "sessiondesk.sandbox.drivers=1");
    }

    @Test
    void the_demo_has_a_sandbox_that_the_portal_is_set_to() {
        runner("demo").withPropertyValues("server.port=8123").run(context -> {
            assertThat(context).hasSingleBean(OnTimeApi.class);
            var environment = context.getEnvironment();
            assertThat(environment.getProperty("sessiondesk.ontime.base-url"))
                    .isEqualTo("http://localhost:8123/sandbox");
            assertThat(Path.of(environment.getRequiredProperty("sessiondesk.ontime.api-key-file")))
                    .isEqualTo(data.resolve("sandbox/key"))
                    .exists();
        });
    }

    @Test
    void with_another_ontime_set_the_demo_starts_no_sandbox() {
        runner("demo")
                .withPropertyValues("sessiondesk.ontime.base-url=https://secure.ontime360.com")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(OnTimeApi.class);
                    var environment = context.getEnvironment();
                    assertThat(environment.getProperty("sessiondesk.ontime.api-key-file"))
                            .isNull();
                    assertThat(environment.getProperty("sessiondesk.ontime.requests-per-second"))
                            .isNull();
                    assertThat(environment.getProperty("sessiondesk.ontime.company-id"))
                            .isNull();
                });
    }

    @Test
    void a_setting_given_in_the_demo_wins() {
        runner("demo")
                .withPropertyValues("sessiondesk.ontime.read-days=7", "sessiondesk.ontime.api-key=given")
                .run(context -> {
                    var environment = context.getEnvironment();
                    assertThat(environment.getProperty("sessiondesk.ontime.read-days"))
                            .isEqualTo("7");
                    assertThat(environment.getProperty("sessiondesk.ontime.api-key-file"))
                            .isNull();
                });
    }

    @Test
    void production_has_no_sandbox() {
        runner("").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(OnTimeApi.class).doesNotHaveBean(SandboxControl.class);
            assertThat(data.resolve("sandbox")).doesNotExist();
        });
    }
}
