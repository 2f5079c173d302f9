package org.sessiondesk.site;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads every room's settings before anything else is made, so that an impossible one stops the start while no database
 * runs and no port is taken. A room only declares its {@code @ConfigurationProperties} record, which throws
 * {@link ImpossibleSetting} from its constructor.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class SettingsFirst {

    private static final String OURS = "org.sessiondesk.";

    @Bean
    static BeanFactoryPostProcessor readBeforeAnythingElse() {
        return SettingsFirst::readAll;
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
