package org.sessiondesk.ui.sessions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code sessions/…?…}: the session that is open, and the list beside it. */
final class Address {

    private Address() {}

    /** The session that an address names; empty for none, and for what is no id. */
    static Optional<UUID> session(RouteParameters parameters) {
        return parameters.get("session").flatMap(Address::uuid);
    }

    /** Another session beside the same list: without a step for Back at each row. */
    static void replace(UI ui, SessionsUrl list, @Nullable UUID session) {
        String query = list.format().getQueryString();
        String path = path(session);
        ui.getPage().getHistory().replaceState(null, query.isEmpty() ? path : path + "?" + query);
    }

    /** Another list beside the same session: Back leads here again. */
    static void go(UI ui, SessionsUrl list, @Nullable UUID session) {
        ui.navigate(path(session), list.format());
    }

    static String path(@Nullable UUID session) {
        return session == null ? "sessions" : "sessions/" + session;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
