package org.sessiondesk.sandbox;

import java.time.InstantSource;
import java.util.Map;
import org.sessiondesk.sandbox.fleet.Fleet;
import org.sessiondesk.sandbox.fleet.FleetMaker;
import org.sessiondesk.sandbox.fleet.FleetPlan;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the sandbox together, in the demo's portal and in a process of its own alike. */
@Configuration(proxyBeanMethods = false)
@Conditional(SandboxWanted.class)
@EnableConfigurationProperties(SandboxSettings.class)
@Import({SandboxControl.class, SandboxPage.class})
class SandboxConfiguration {

    /** OnTime has a clock of its own; the portal's is no business of the sandbox. */
    private static final InstantSource CLOCK = InstantSource.system();

    /**
     * Before any setting is read: the key's file is made, and the demo's portal gets what only a sandbox may be asked
     * for. Whatever is set from outside wins.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor sandboxBeforeTheRooms(ConfigurableEnvironment environment) {
        return registry -> {
            var settings = Binder.get(environment).bindOrCreate("sessiondesk.sandbox", SandboxSettings.class);
            SandboxKey.of(settings.key(), settings.folder());
            environment.getPropertySources().addLast(SandboxAsOnTime.settings(settings, environment));
        };
    }

    @Bean
    SandboxKey sandboxKey(SandboxSettings settings) {
        return SandboxKey.of(settings.key(), settings.folder());
    }

    @Bean
    Records sandboxRecords(SandboxSettings settings) {
        return new Records(settings.folder(), () -> fleet(settings));
    }

    private static Fleet fleet(SandboxSettings settings) {
        if (settings.drivers() == 0) {
            return Fleet.empty();
        }
        var end = settings.end() == null ? CLOCK.instant() : settings.end();
        return FleetMaker.make(
                new FleetPlan(settings.seed(), end, settings.zone(), settings.days(), settings.drivers()));
    }

    @Bean
    Faults sandboxFaults(SandboxSettings settings) {
        return new Faults(settings.seed());
    }

    @Bean
    RequestLog sandboxRequests(SandboxSettings settings, Records afterTheFolderExists) {
        return new RequestLog(settings.folder());
    }

    @Bean
    Limits sandboxLimits(SandboxSettings settings, RequestLog log) {
        var limits = new Limits(CLOCK, settings.dailyLimit(), settings.monthlyLimit());
        log.list(entry -> entry.status() != 429 && entry.status() != 401).forEach(entry -> limits.remember(entry.at()));
        return limits;
    }

    @Bean
    OnTimeApi sandboxApi(
            SandboxSettings settings, SandboxKey key, Records records, Faults faults, Limits limits, RequestLog log) {
        return new OnTimeApi(settings, key, new Site(records, settings.seed()), faults, limits, log, CLOCK);
    }

    @Bean
    SimpleUrlHandlerMapping sandboxAddress(OnTimeApi api) {
        return new SimpleUrlHandlerMapping(Map.of(OnTimeApi.PATTERN, api), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    WebMvcConfigurer sandboxGuard() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ControlGuard())
                        .addPathPatterns("/sandbox", "/sandbox/*", "/sandbox/control/**");
            }
        };
    }

    @Bean
    ForwardedMark.First sandboxForwardedMark() {
        return new ForwardedMark.First();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sandboxConnectionCutter() {
        return factory -> factory.addEngineValves(new ConnectionCutter());
    }
}
