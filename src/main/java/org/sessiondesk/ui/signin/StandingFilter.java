package org.sessiondesk.ui.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.account.Standing;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a browser's session at its next request once its person's rights have changed, on whichever instance. */
final class StandingFilter extends OncePerRequestFilter {

    private final Standing standing;

    StandingFilter(Standing standing) {
        this.standing = standing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> signedIn = SignedIn.current();
        if (signedIn.isEmpty() || standing.holds(signedIn.get())) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (isPage(request)) {
            response.sendRedirect(request.getContextPath() + "/login?ended");
        } else {
            // A screen's own request: answered as for any session that is over, and the browser leaves the screen.
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && request.getParameter("v-r") == null;
    }
}
