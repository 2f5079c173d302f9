package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.delivery.Deliveries.Line;
import org.sessiondesk.delivery.DeliveryReason;
import org.sessiondesk.delivery.DeliveryState;
import org.sessiondesk.ui.SiteTimes;

/** Puts a delivery's state and reason into a word, an icon and a sentence. */
final class DeliveryWords {

    private final SiteTimes times;

    DeliveryWords(SiteTimes times) {
        this.times = times;
    }

    static String word(DeliveryState state) {
        return t("deliveries.state." + state);
    }

    /** The state by icon and word; never by colour alone. */
    static Span badge(DeliveryState state) {
        var icon = icon(state).create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span badge = new Span(icon, new Span(word(state)));
        badge.addClassNames("delivery-state", "is-" + state.name().toLowerCase(Locale.ROOT));
        return badge;
    }

    private static VaadinIcon icon(DeliveryState state) {
        return switch (state) {
            case WAITING -> VaadinIcon.CLOCK;
            case SENDING -> VaadinIcon.ARROW_RIGHT;
            case ACCEPTED -> VaadinIcon.CHECK;
            case REJECTED -> VaadinIcon.CLOSE_CIRCLE_O;
            case HELD -> VaadinIcon.HAND;
            case UNCERTAIN -> VaadinIcon.QUESTION_CIRCLE_O;
            case CONFLICT -> VaadinIcon.EXCHANGE;
            case WITHDRAWN -> VaadinIcon.MINUS_CIRCLE_O;
        };
    }

    /** Why it is in that state and what happens next. */
    String sentence(Line line, GateState gate, Instant now) {
        if (line.state() == DeliveryState.HELD) {
            return held(gate);
        }
        if (line.state() == DeliveryState.WAITING) {
            return waiting(line, gate, now);
        }
        return t(
                "deliveries.reason." + line.reason(),
                Objects.requireNonNullElse(line.words(), ""),
                next(line.nextAt()));
    }

    private String waiting(Line line, GateState gate, Instant now) {
        if (gate.paused(now) && gate.pausedUntil() != null) {
            return t("deliveries.paused", times.near(gate.pausedUntil()));
        }
        var unreachable = gate.unreachable();
        if (unreachable != null && unreachable.triesAgain() != null) {
            return t("deliveries.broken", unreachable.failures(), times.near(unreachable.triesAgain()));
        }
        boolean fresh = line.reason() == DeliveryReason.NEW;
        return t(
                fresh && line.nextAt() != null && !line.nextAt().isAfter(now)
                        ? "deliveries.leaves-now"
                        : "deliveries.reason." + line.reason(),
                Objects.requireNonNullElse(line.words(), ""),
                next(line.nextAt()));
    }

    /** Which of the site's faults holds everything back, and what to do. */
    String held(GateState gate) {
        var closed = gate.closed();
        return closed == null
                ? t("deliveries.held.over")
                : t("deliveries.held." + closed.why(), closed.words(), times.near(closed.triesAgain()));
    }

    private String next(@Nullable Instant next) {
        return next == null ? "" : times.seconds(next);
    }
}
