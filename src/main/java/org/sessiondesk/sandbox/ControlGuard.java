package org.sessiondesk.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only this machine reach the sandbox's page and controls. A change also needs a header that no other site's page
 * can send without asking first, so a page open in the same browser can't switch faults.
 */
final class ControlGuard implements HandlerInterceptor {

    static final String HEADER = "X-Sandbox-Control";

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var refusal = refusal(request);
        if (refusal != null) {
            // No sendError: the portal's error page would ask for a log-in.
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().write(refusal);
        }
        return refusal == null;
    }

    private static @Nullable String refusal(HttpServletRequest request) {
        if (!InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress() || ForwardedMark.on(request)) {
            return "The sandbox's controls answer this machine only.";
        }
        // A foreign name that resolves to this machine is a page trying to reach it through the browser.
        if (!OWN_NAMES.contains(request.getServerName())) {
            return "The sandbox's controls answer as localhost only.";
        }
        var origin = request.getHeader("Origin");
        if (origin != null && !origin.equals("null") && !sameOrigin(origin, request)) {
            return "The sandbox's controls answer their own page only.";
        }
        return SAFE.contains(request.getMethod()) || request.getHeader(HEADER) != null
                ? null
                : "A change needs the header " + HEADER + ".";
    }

    private static boolean sameOrigin(String origin, HttpServletRequest request) {
        try {
            var from = URI.create(origin);
            return request.getServerName().equals(from.getHost()) && request.getServerPort() == from.getPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
