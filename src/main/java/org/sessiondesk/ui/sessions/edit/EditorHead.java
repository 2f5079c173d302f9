package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.Split;

/** "Ruiz, Marco · Van 14 · Tue 2 Jun", what is marked about it, and who else is at work on it. */
final class EditorHead extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final transient Consumer<UUID> open;
    private final Div splits = new Div();
    private transient List<Split> shown = List.of();
    private final H2 title = new H2();
    private final Span mark = new Span();
    private final Span vanished = new Span();
    private final Span leftOut = new Span();
    private final Span others = new Span();

    EditorHead(Written written, Runnable back, Consumer<UUID> open) {
        this.written = written;
        this.open = open;
        addClassName("editor-head");
        var toList = new Button(VaadinIcon.ARROW_LEFT.create(), _ -> back.run());
        toList.setAriaLabel(t("sessions.back"));
        toList.addThemeVariants(ButtonVariant.TERTIARY);
        toList.addClassName("to-list");
        mark.addClassName("amber");
        vanished.addClassName("amber");
        leftOut.addClassName("amber");
        splits.addClassName("editor-splits");
        others.addClassName("editing");
        others.getElement().setAttribute("role", "status");
        add(toList, new Div(title, mark, vanished, leftOut, splits, others));
    }

    /** @param place its place among all problems; empty where it is none */
    void show(SessionDetail detail, String place) {
        var values = detail.session().values();
        String driver = detail.driver() == null ? t("sessions.no-driver") : detail.driver();
        String vehicle = detail.vehicle() == null ? t("sessions.no-vehicle") : detail.vehicle();
        String day = values.logIn() == null ? "" : written.times().day(values.logIn());
        title.setText(t("sessions.head.title", driver, vehicle, day));
        boolean marked = detail.mark() == Mark.LOG_OUT_MISSING || detail.mark() == Mark.ODOMETER_BACKWARDS;
        mark.setText(!place.isEmpty() || !marked ? place : "▲ " + t("sessions.mark." + detail.mark()));
        var since = detail.session().vanishedAt();
        vanished.setText(
                since == null
                        ? ""
                        : "⊘ " + t("sessions.vanished", written.times().near(since)));
        show(detail.splits());
        var out = detail.session().leftOutAt();
        leftOut.setText(
                out == null
                        ? ""
                        : "⊖ "
                                + t(
                                        isThere(detail) ? "sessions.left-out.still-there" : "sessions.left-out",
                                        written.times().near(out)));
    }

    /** Drawn anew only if they are others: a link that is replaced under a click wouldn't be followed. */
    private void show(List<Split> now) {
        if (!now.equals(shown)) {
            shown = now;
            splits.removeAll();
            now.forEach(split -> splits.add(link(split)));
        }
    }

    private Button link(Split split) {
        var link = new Button(
                t(
                        split.into() ? "sessions.split.into" : "sessions.split.from",
                        split.vehicle() == null ? t("sessions.no-vehicle") : split.vehicle(),
                        written.time(split.logIn())),
                _ -> open.accept(split.other()));
        link.addThemeVariants(ButtonVariant.TERTIARY);
        return link;
    }

    /** Whether OnTime has it, so that somebody has to delete it there. */
    static boolean isThere(SessionDetail detail) {
        return detail.session().ontimeId() != null && detail.session().vanishedAt() == null;
    }

    void adding() {
        show(List.of());
        title.setText(t("sessions.add"));
        mark.setText("");
        vanished.setText("");
        leftOut.setText("");
        others(null);
    }

    void others(@Nullable String who) {
        others.setText(who == null ? "" : t("sessions.editing", who));
    }
}
