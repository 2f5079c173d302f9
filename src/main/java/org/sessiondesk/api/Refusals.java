package org.sessiondesk.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says why somebody gets no answer: no token, no such address, another method than GET, or a role that may not look. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String FINDINGS = "/api/v1/findings";
    static final String SESSIONS = "/api/v1/sessions";
    static final String OPENAPI = "/api/v1/openapi";

    private static final Set<String> ADDRESSES = Set.of(FINDINGS, SESSIONS, OPENAPI);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
            throws IOException {
        if (OPENAPI.equals(request.getServletPath())) {
            // Open to everybody, so it isn't the token that is missing.
            onlyRead(response);
            return;
        }
        Answers.notLetIn(
                response,
                "A personal token is needed: make one under Your account and send it as Authorization: Bearer …");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!ADDRESSES.contains(request.getServletPath())) {
            Answers.error(response, 404, "There is nothing at this address. " + OPENAPI + " names what there is.");
        } else if (!"GET".equals(request.getMethod())) {
            onlyRead(response);
        } else {
            Answers.error(response, 403, "The role of this token's person may not look at this.");
        }
    }

    private static void onlyRead(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET");
        Answers.error(response, 405, "This can only be read, by GET.");
    }
}
