package org.sessiondesk.ui.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sessiondesk.account.SlowDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Goes back to the sign-in screen, which then says why: wrong, too many tries, or not our visitor's fault. */
final class SignInRefused implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInRefused.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String why = switch (refusal) {
            case SlowDown slowDown ->
                "wait=" + Math.max(1, slowDown.waitBeforeRetry().toSeconds() + 1);
            case InternalAuthenticationServiceException away -> away(away);
            default -> "error";
        };
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    private static String away(InternalAuthenticationServiceException away) {
        log.error("Nobody can sign in", away);
        return "away";
    }
}
