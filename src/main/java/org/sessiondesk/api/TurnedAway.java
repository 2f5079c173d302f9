package org.sessiondesk.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers programs whose request the firewall turned away before anybody looked at its address: else they would get the
 * error page of the screens, and that is the log-in page.
 */
final class TurnedAway implements RequestRejectedHandler {

    /** As it was sent: perhaps with doubled slashes or a semicolon, which is why it was turned away. */
    private static final Pattern ADDRESS = Pattern.compile("/+api(?:[^\\w-].*)?", Pattern.DOTALL);

    private final RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException, ServletException {
        if (ADDRESS.matcher(request.getRequestURI()).matches()) {
            Answers.error(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "This isn't accepted: another method than GET, or something in the address such as //, a semicolon or a"
                            + " line break.");
        } else {
            others.handle(request, response, why);
        }
    }
}
