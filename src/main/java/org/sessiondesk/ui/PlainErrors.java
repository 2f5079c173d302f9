package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.sessiondesk.health.DatabaseState;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.live.News.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Says in plain words what went wrong, with a short reference under which the log has the rest. No screen ever shows an
 * exception.
 */
@Component
class PlainErrors implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(PlainErrors.class);

    private final transient LiveUpdates liveUpdates;
    private final transient DatabaseState state;

    PlainErrors(LiveUpdates liveUpdates, DatabaseState state) {
        this.liveUpdates = liveUpdates;
        this.state = state;
    }

    @Override
    public void error(ErrorEvent event) {
        if (DisconnectedClientHelper.isClientDisconnectedException(event.getThrowable())) {
            log.debug("A browser went away before its answer came", event.getThrowable());
            return;
        }
        String words = words(event.getThrowable());
        Optional<DatabaseTrouble> database = DatabaseTrouble.of(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> {
                if (database.isPresent()) {
                    untilItIsBack(database.get(), Notices.problem("database", words));
                } else {
                    Notices.problem(words);
                }
            });
        }
    }

    /** News come by the database: the first that comes says that it is there again, unless it was under way before. */
    private void untilItIsBack(DatabaseTrouble trouble, Notification notice) {
        if (trouble == DatabaseTrouble.AWAY) {
            liveUpdates.follow(notice, EnumSet.allOf(Topic.class), _ -> {
                if (notice.isOpened() && state.trouble() != DatabaseTrouble.AWAY) {
                    notice.close();
                    Notices.done(t("trouble.database.back"));
                }
            });
        }
    }

    /** The words for it, after the log has heard of it. */
    String words(Throwable problem) {
        if (hasCause(problem, AccessDeniedException.class)) {
            log.warn("Refused to somebody whose role doesn't allow it", problem);
            return t("trouble.not-allowed");
        }
        Optional<DatabaseTrouble> database = DatabaseTrouble.of(problem);
        if (database.isPresent()) {
            log.info("Somebody was told that the database is {}: {}", database.get(), DatabaseTrouble.words(problem));
            return t("trouble.database." + database.get());
        }
        String reference = HexFormat.of().withUpperCase().toHexDigits((short)
                ThreadLocalRandom.current().nextInt());
        log.error("Shown as reference {}", reference, problem);
        return t("trouble.unexpected", reference);
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
