package org.sessiondesk.ui.overview;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.Location;
import org.jspecify.annotations.Nullable;

/** A line that leads somewhere, and perhaps starts there. */
final class WaitingLine extends ListItem {

    private static final long serialVersionUID = 1L;

    private final Anchor link = new Anchor();
    private final PartLinks parts = new PartLinks("overview-parts");
    private final PartLinks details = new PartLinks("overview-details");
    private final Button start = new Button(t("overview.start"));
    private transient @Nullable Waiting shown;

    WaitingLine() {
        addClassName("overview-line");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(_ -> {
            if (shown != null && shown.start() != null) {
                var address = new Location(shown.start());
                getUI().ifPresent(ui -> ui.navigate(address.getPath(), address.getQueryParameters()));
            }
        });
        add(link, parts, start, details);
    }

    void show(Waiting line) {
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        link.setText(line.words());
        link.setHref(line.to());
        link.setClassName("quiet", line.isNothing());
        link.setClassName("amber", line.kind() == Waiting.Kind.AMBER);
        parts.show(line.parts());
        details.show(line.details());
        start.setVisible(line.start() != null);
        start.setAriaLabel(t("overview.start-with", line.words()));
    }

    /** Enter goes on from here. */
    void focusFirst() {
        if (start.isVisible()) {
            start.focus();
        } else {
            link.focus();
        }
    }
}
