package org.sessiondesk.session;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Records as OnTime would send them, and people signed in. */
final class SessionFixtures {

    static final Instant MORNING = Instant.parse("2026-06-02T13:58:07.123456Z");

    private SessionFixtures() {}

    static Person signIn(Role role) {
        var person = new Person(UUID.randomUUID(), role.name().toLowerCase(Locale.ROOT) + "@test", "Test", role, false);
        var principal = new SignedIn(person);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        return person;
    }

    static UserSession record(
            UserSessionText texts,
            UUID id,
            UUID user,
            Instant logIn,
            @Nullable Instant logOut,
            int startMileage,
            int endMileage) {
        var text = """
                {"Vehicle":"0f0e0d0c-0000-4000-8000-000000000001","ID":"%s","UserID":"%s","LogInType":"Driver",\
                "LogInTime":"%s","LogOutTime":%s,"StartMileage":%d,"EndMileage":%d,"Extra":"kept"}""".formatted(
                        id, user, logIn, logOut == null ? "null" : "\"" + logOut + "\"", startMileage, endMileage);
        if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session)) {
            return session;
        }
        throw new AssertionError(text);
    }
}
