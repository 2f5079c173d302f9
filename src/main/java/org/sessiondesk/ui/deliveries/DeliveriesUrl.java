package org.sessiondesk.ui.deliveries;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.DeliveryState;

/** What {@code /deliveries} shows, as its address has it: {@code state}, all where it is left out. */
record DeliveriesUrl(@Nullable DeliveryState state) {

    static final DeliveriesUrl ALL = new DeliveriesUrl(null);

    /** A value that can't be read is left out. */
    static DeliveriesUrl parse(QueryParameters keys) {
        return keys.getSingleParameter("state")
                .flatMap(text -> Arrays.stream(DeliveryState.values())
                        .filter(state -> word(state).equals(text))
                        .findFirst())
                .map(DeliveriesUrl::new)
                .orElse(ALL);
    }

    QueryParameters format() {
        return state == null ? QueryParameters.empty() : QueryParameters.simple(Map.of("state", word(state)));
    }

    private static String word(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
