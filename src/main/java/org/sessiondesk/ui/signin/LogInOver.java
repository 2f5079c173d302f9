package org.sessiondesk.ui.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers that a browser named a session which is over, so that the sign-in screen can say why it came. The browser
 * forgets at once: a screen that opens its push connection again is given a new, empty session for it.
 */
final class LogInOver extends OncePerRequestFilter {

    private static final String MARK = LogInOver.class.getName();

    /** Whether this is a page asked for by a browser whose session is over. */
    static boolean of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return StandingFilter.isPage(request)
                && (namesOne(request) || session != null && session.getAttribute(MARK) != null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean over = namesOne(request);
        if (over && isFarewell(request)) {
            // Passed on it would get a new session, and its cookie would take the place of the sign-in screen's.
            return;
        }
        chain.doFilter(request, response);
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (!StandingFilter.isPage(request)) {
            if (over) {
                session.setAttribute(MARK, true);
            }
        } else if (request.getServletPath().equals("/login")) {
            // Said, or somebody signed out and came here knowing why.
            session.removeAttribute(MARK);
        }
    }

    /** What a screen says when it is left: its push connection isn't needed any more. */
    private static boolean isFarewell(HttpServletRequest request) {
        return "close".equals(request.getParameter("X-Atmosphere-Transport"));
    }

    private static boolean namesOne(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
