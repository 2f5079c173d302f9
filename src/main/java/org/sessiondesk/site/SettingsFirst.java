package org.sessiondesk.site;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Reads every room's settings before anything else is made, so that an impossible one stops the start while no database
 * runs and no port is taken. A room only declares its {@code @ConfigurationProperties} record, which throws
 * {@link ImpossibleSetting} from its constructor.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class SettingsFirst {

    private static final String OURS = "org.sessiondesk.";
    private static final int HIGHEST_PORT = 65_535;

    @Bean
    static BeanFactoryPostProcessor readBeforeAnythingElse(Environment environment) {
        return rooms -> {
            // First, so that no address made from it is blamed in its place.
            checkPort(environment.getProperty("server.port", "8080"));
            readAll(rooms);
        };
    }

    private static void checkPort(String port) {
        if (!port.strip().matches("\\d{1,5}") || Integer.parseInt(port.strip()) > HIGHEST_PORT) {
            throw new ImpossibleSetting("SERVER_PORT", "is not a number from 0 to " + HIGHEST_PORT, "8080");
        }
    }

    private static void readAll(ConfigurableListableBeanFactory rooms) {
        for (String name : rooms.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            Class<?> type = rooms.getType(name, false);
            if (type != null && type.isRecord() && type.getName().startsWith(OURS)) {
                rooms.getBean(name);
            }
        }
    }
}
