package org.sessiondesk.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.coyote.CloseNowException;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.report.Feed;
import org.sessiondesk.report.Feeds;
import org.sessiondesk.report.Feeds.Form;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers programs, row by row while they read. */
@Controller
class FeedController {

    private static final long BUSY_SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(FeedController.class);

    private final Feeds feeds;
    private final Places places = new Places();

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping(Refusals.FINDINGS)
    void findings(HttpServletRequest request, HttpServletResponse response, ByToken who) throws IOException {
        answer(Feed.FINDINGS, request, response, who);
    }

    @GetMapping(Refusals.SESSIONS)
    void sessions(HttpServletRequest request, HttpServletResponse response, ByToken who) throws IOException {
        answer(Feed.SESSIONS, request, response, who);
    }

    /** The same for everybody, also without a token: it says how to ask. */
    @GetMapping(Refusals.OPENAPI)
    void openapi(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        try (var document = new ClassPathResource("openapi/v1.json").getInputStream()) {
            document.transferTo(response.getOutputStream());
        }
    }

    private void answer(Feed feed, HttpServletRequest request, HttpServletResponse response, ByToken who)
            throws IOException {
        switch (question(request)) {
            case Question.Wrong(int status, String words, var parameter) ->
                Answers.error(response, status, words, parameter);
            case Question.Asked asked -> {
                switch (places.take(who.token())) {
                    case TAKEN -> {
                        try {
                            stream(feed, asked, response, who);
                        } finally {
                            places.leave(who.token());
                        }
                    }
                    case NONE_LEFT ->
                        busy(response, "Other programs are reading just now, as many as may at once. Try again later.");
                    case ENOUGH_OF_ITS_OWN ->
                        busy(response, "With this token as much is read just now as may be at once. Try again later.");
                }
            }
        }
    }

    private static void busy(HttpServletResponse response, String words) throws IOException {
        Answers.tryLater(response, 503, words, BUSY_SECONDS);
    }

    private static Question question(HttpServletRequest request) {
        try {
            return Question.read(request.getParameterMap(), request.getHeader("Accept"));
        } catch (IllegalStateException e) {
            // Tomcat's, of what isn't UTF-8 behind its percent signs.
            return new Question.Wrong(400, "What stands behind the ? can't be read.", null);
        }
    }

    private void stream(Feed feed, Question.Asked asked, HttpServletResponse response, ByToken who) throws IOException {
        if (asked.form() == Form.CSV) {
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + feed.name().toLowerCase(Locale.ROOT) + ".csv\"");
        } else {
            response.setContentType("application/json");
        }
        try {
            feeds.write(feed, asked.form(), asked.days(), who.token(), response.getOutputStream());
        } catch (IOException gone) {
            throw new CloseNowException(gone);
        } catch (AccessDeniedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                Answers.failed(e, response);
                return;
            }
            log.warn("An answer to a program broke off: {}", DatabaseTrouble.words(e));
            // Half of it has left already. Cut off it can't be taken for all of it.
            throw new CloseNowException(e);
        }
    }
}
