package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.UUID;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.delivery.Deliveries.Line;

/** One delivery in the list; opened, it shows the panel. */
final class DeliveryItem extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryDesk desk;
    private final Span badge = new Span();
    private final Anchor session = new Anchor();
    private final Span sentence = new Span();
    private final Span changed = new Span();
    private final Details more;
    private transient Line line;

    DeliveryItem(DeliveryDesk desk, Line line, GateState gate) {
        this.desk = desk;
        this.line = line;
        addClassName("delivery");
        var panel = new Div();
        more = new Details(t("deliveries.more"), panel);
        more.addOpenedChangeListener(change -> {
            panel.removeAll();
            if (change.isOpened()) {
                var shown = new DeliveryPanel(desk);
                panel.add(shown);
                shown.showDelivery(this.line.id());
            }
        });
        sentence.addClassName("delivery-sentence");
        changed.addClassNames("delivery-when", "quiet");
        var first = new Div(badge, session, changed);
        first.addClassName("delivery-first");
        add(first, sentence, more);
        show(line, gate);
    }

    UUID delivery() {
        return line.id();
    }

    /** Shows it anew; what is opened stays open. */
    void show(Line newer, GateState gate) {
        line = newer;
        badge.removeAll();
        badge.add(DeliveryWords.badge(newer.state()));
        var name = t(
                "deliveries.session",
                Objects.requireNonNullElse(newer.driver(), t("deliveries.none")),
                Objects.requireNonNullElse(newer.vehicle(), t("deliveries.no-vehicle")),
                newer.logIn() == null ? t("deliveries.none") : desk.times.dated(newer.logIn()));
        session.setText(name);
        session.setHref("sessions/" + newer.session());
        sentence.setText(desk.words().sentence(newer, gate, desk.now()));
        changed.setText(desk.times.near(newer.changedAt()));
        more.setSummaryText(newer.toDecide() ? t("deliveries.decide") : t("deliveries.more"));
        more.getElement().setAttribute("aria-label", t("deliveries.more-of", name));
    }
}
