package org.sessiondesk.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.TokenAnswer;
import org.sessiondesk.account.TokenDoor;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Brings in the person whose token a request carries, for this request alone. */
final class TokenFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([^\\s]+) *");

    private final TokenDoor door;

    TokenFilter(TokenDoor door) {
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        TokenAnswer answer;
        try {
            answer = door.enter(token);
        } catch (DataAccessException | TransactionException e) {
            Answers.failed(e, response);
            return;
        }
        switch (answer) {
            case TokenAnswer.Refused() ->
                Answers.notLetIn(
                        response,
                        "This token isn't valid. It may be revoked or past its end, or its person is disabled.");
            case TokenAnswer.Wait(var wait) ->
                Answers.tryLater(
                        response,
                        429,
                        "Too many tries with tokens that aren't valid came from there. Try again later.",
                        wait.toSeconds() + 1);
            case TokenAnswer.Entered entered -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new ByToken(entered));
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
            }
        }
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        var bearer = BEARER.matcher(header == null ? "" : header);
        return bearer.matches() ? bearer.group(1) : null;
    }
}
