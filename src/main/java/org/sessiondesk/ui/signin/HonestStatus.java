package org.sessiondesk.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sessiondesk.account.FirstAdministrator;
import org.sessiondesk.ui.setup.SetupView;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a page that says "no such page" or "not for your role" the status 404 or 403. Vaadin decides what a page shows
 * only once the page is open in the browser, so on its own it answers 200 to everything.
 */
final class HonestStatus extends OncePerRequestFilter {

    private final AccessAnnotationChecker access = new AccessAnnotationChecker();
    private final VaadinServletContext context;
    private final FirstAdministrator firstAdministrator;

    HonestStatus(ServletContext context, FirstAdministrator firstAdministrator) {
        this.context = new VaadinServletContext(context);
        this.firstAdministrator = firstAdministrator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (StandingFilter.isPage(request) && !isFile(path)) {
            response.setStatus(status(path.substring(1), request));
        }
        chain.doFilter(request, response);
    }

    private int status(String path, HttpServletRequest request) {
        Optional<Class<? extends Component>> screen =
                ApplicationRouteRegistry.getInstance(context).getNavigationTarget(path);
        if (screen.isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        boolean allowed = access.hasAccess(screen.get(), request)
                && (screen.get() != SetupView.class
                        || !firstAdministrator.exists()
                        || request.isUserInRole("ADMINISTRATOR"));
        return allowed ? HttpServletResponse.SC_OK : HttpServletResponse.SC_FORBIDDEN;
    }

    private static boolean isFile(String path) {
        return path.length() < 1
                || path.indexOf('.', path.lastIndexOf('/')) >= 0
                || path.startsWith("/actuator/")
                || path.startsWith("/VAADIN/");
    }
}
