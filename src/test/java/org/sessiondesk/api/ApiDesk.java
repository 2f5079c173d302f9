package org.sessiondesk.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.MyTokens;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.account.TokenOutcome;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.testing.TestPeople;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A program that asks the portal, and the people whose tokens it has. Import it into a test over HTTP. */
@TestComponent
class ApiDesk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final MyTokens tokens;
    private final TestPeople people;

    ApiDesk(Environment environment, MyTokens tokens, TestDatabase database) {
        this.environment = environment;
        this.tokens = tokens;
        this.people = new TestPeople(database);
    }

    /** Somebody new. */
    Person person(Role role) {
        return people.add(role);
    }

    /** A token of somebody. */
    TokenOutcome.Made token(Person person, @Nullable Instant until) {
        return (TokenOutcome.Made) as(person, () -> tokens.make("payroll", until));
    }

    /** A token of somebody new. */
    String token() {
        return token(person(Role.PAYROLL), null).secret();
    }

    void revoke(Person person, TokenOutcome.Made made) {
        as(person, () -> tokens.revoke(made.token().id()));
    }

    static <T> T as(Person person, Supplier<T> call) {
        var principal = new SignedIn(person);
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            return call.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** A request; {@code address} is where its sender sits, as a proxy says. */
    HttpRequest.Builder request(String path, @Nullable String token, String address) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path))
                .header("X-Forwarded-For", address);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        return send(request(path, token, "192.0.2.1").build());
    }

    HttpResponse<String> getCsv(String path, String token) {
        return send(
                request(path, token, "192.0.2.1").header("Accept", "text/csv").build());
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    /** An answer that is read as it comes. */
    HttpResponse<InputStream> stream(String path, String token) {
        return send(request(path, token, "192.0.2.1").build(), BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
