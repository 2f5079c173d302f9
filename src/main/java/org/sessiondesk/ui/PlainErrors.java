package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Says in plain words what went wrong, with a short reference under which the log has the rest. No screen ever shows an
 * exception.
 */
@Component
class PlainErrors implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(PlainErrors.class);

    @Override
    public void error(ErrorEvent event) {
        String words = words(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.problem(words));
        }
    }

    /** The words for it, after the log has heard of it. */
    String words(Throwable problem) {
        if (hasCause(problem, AccessDeniedException.class)) {
            log.warn("Refused to somebody whose role doesn't allow it", problem);
            return t("trouble.not-allowed");
        }
        String reference = HexFormat.of().withUpperCase().toHexDigits((short)
                ThreadLocalRandom.current().nextInt());
        log.error("Shown as reference {}", reference, problem);
        return isDatabaseAway(problem) ? t("trouble.database") : t("trouble.unexpected", reference);
    }

    private static boolean isDatabaseAway(Throwable problem) {
        return hasCause(problem, CannotCreateTransactionException.class)
                || hasCause(problem, DataAccessResourceFailureException.class)
                || hasCause(problem, TransientDataAccessResourceException.class)
                || hasLostConnection(problem);
    }

    /** Class 08 is the connection, 57P the server shutting down or starting up. */
    private static boolean hasLostConnection(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && saysLost(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysLost(SQLException problem) {
        String state = problem.getSQLState();
        return state == null
                // The pool's word for a connection it has thrown away, when the rollback after the loss fails, too.
                ? "Connection is closed".equals(problem.getMessage())
                : state.startsWith("08") || state.startsWith("57P");
    }

    private static boolean hasCause(Throwable problem, Class<? extends Throwable> kind) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
