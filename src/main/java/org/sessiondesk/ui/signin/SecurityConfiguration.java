package org.sessiondesk.ui.signin;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.sessiondesk.account.FirstAdministrator;
import org.sessiondesk.account.Standing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Who gets an answer from which address. Everything needs a signed-in person but the styles, the sign-in and set-up
 * screens and the two health checks; which role sees which screen stands on the screen.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(100)
    SecurityFilterChain deskSecurity(
            HttpSecurity http,
            Standing standing,
            ServletContext context,
            FirstAdministrator firstAdministrator,
            RequestUtil vaadinRequests,
            VaadinDefaultRequestCache askedFor)
            throws Exception {
        askedFor.setDelegateRequestCache(addressAsItWas());
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/desk/**", "/aura/**", "/lumo/**")
                        .permitAll()
                        .requestMatchers("/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .denyAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class, "/login?out")
                                .anyRequest(url -> url.authenticated())
                                // Its own lets a foreign form sign somebody in.
                                .enableCsrfConfiguration(false))
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login?expired"), LogInOver::of))
                .formLogin(form -> form.failureHandler(new SignInRefused()))
                .headers(headers -> headers.withObjectPostProcessor(written())
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                request -> !isStatic(request), new CacheControlHeadersWriter()))
                        .frameOptions(frame -> frame.deny())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.WITHOUT_SCRIPTS))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .addFilterBefore(new LogInOver(), AuthorizationFilter.class)
                .addFilterBefore(new StandingFilter(standing), AuthorizationFilter.class)
                .addFilterAfter(new HonestStatus(context, firstAdministrator), AuthorizationFilter.class)
                .build();
    }

    /** What was asked for before the sign-in; Spring's usual way leaves a {@code continue} in the address. */
    @SuppressWarnings("NullAway") // It asks itself whether the name is null; only its setter doesn't say so.
    private static RequestCache addressAsItWas() {
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setMatchingRequestParameterName(null);
        return asked;
    }

    private static boolean isStatic(HttpServletRequest request) {
        String path = request.getServletPath();
        return List.of("/desk/", "/aura/", "/lumo/", "/VAADIN/").stream().anyMatch(path::startsWith);
    }

    /** Before the answer is made: Vaadin's pages are sent past Spring's last chance to add anything. */
    private static ObjectPostProcessor<HeaderWriterFilter> written() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
