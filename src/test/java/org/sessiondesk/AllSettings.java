package org.sessiondesk;

import java.util.Map;
import org.sessiondesk.site.Site;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The settings of all rooms, read as at the start, and nothing else of the portal. */
@ComponentScan(basePackageClasses = Site.class)
@ConfigurationPropertiesScan("org.sessiondesk")
class AllSettings {

    /** With these environment variables and no others; fails as the start fails. */
    static AnnotationConfigApplicationContext from(Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        AnnotationConfigApplicationContext settings = new AnnotationConfigApplicationContext();
        settings.setEnvironment(environment);
        settings.register(AllSettings.class);
        settings.refresh();
        return settings;
    }
}
