package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.worklist.SentState;

/** How the sending of a session stands, as lists say it. */
public final class SentWords {

    private SentWords() {}

    /** A sign and a word; empty if nothing was ever to be sent. */
    public static String text(@Nullable SentState state) {
        return state == null ? "" : t("sessions.sent-sign." + state) + " " + t("sessions.sent." + state);
    }

    /** The class name of its colour. */
    public static String kind(@Nullable SentState state) {
        return switch (state) {
            case null -> "";
            case ACCEPTED -> "green";
            case WAITING, SENDING, WITHDRAWN -> "quiet";
            case HELD, UNCERTAIN, CONFLICT -> "amber";
            case REJECTED -> "red";
        };
    }
}
