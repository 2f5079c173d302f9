package org.sessiondesk.api;

import org.sessiondesk.account.TokenDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Who gets an answer below {@code /api}: whoever sends a token, by GET, at the addresses there are. A signed-in browser is
 * nobody here, so no page elsewhere can read with its cookie; there is no session and so nothing to forge.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /** Before the chain of the screens, which takes everything. */
    static final int ORDER = 90;

    @Bean
    RequestRejectedHandler turnedAway() {
        return new TurnedAway();
    }

    @Bean
    @Order(ORDER)
    SecurityFilterChain apiChain(HttpSecurity http, TokenDoor door) throws Exception {
        var refusals = new Refusals();
        return http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, Refusals.OPENAPI)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, Refusals.FINDINGS, Refusals.SESSIONS)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new TokenFilter(door), AuthorizationFilter.class)
                .build();
    }
}
