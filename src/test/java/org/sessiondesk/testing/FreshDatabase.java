package org.sessiondesk.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a Spring context a database of its own and the settings that production asks for. */
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        Map<String, Object> settings = new HashMap<>(TestSettings.of(database));
        settings.put(
                "sessiondesk.data-dir",
                Path.of("target", "test-data", ProcessHandle.current().pid() + "-" + database.name())
                        .toString());
        context.getBeanFactory().registerSingleton("testDatabase", database);
        // Last: what a test says itself wins.
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("fresh database", settings));
    }
}
