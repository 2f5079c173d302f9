package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.DeliveryState;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.Notices;

/** Sent to OnTime: what waits, leaves, was refused and why, the newest change first. */
@Route("deliveries")
@Menu(title = "menu.sent", order = 50, icon = "vaadin:paperplane-o")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class DeliveriesView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient DeliveryDesk desk;
    private final Select<@Nullable DeliveryState> filter = new Select<>();
    private final Paragraph trouble = new Paragraph();
    private final Paragraph counts = new Paragraph();
    private final Button tryAll = new Button(t("deliveries.try-all"), _ -> tryAll());
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final Button older = new Button(t("deliveries.older"), _ -> more());
    private final transient Map<UUID, DeliveryItem> items = new LinkedHashMap<>();
    private transient DeliveriesUrl url = DeliveriesUrl.ALL;
    private int reached = PAGE;

    DeliveriesView(DeliveryDesk desk) {
        this.desk = desk;
        addClassNames("screen", "deliveries");
        filter.setLabel(t("deliveries.filter"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(t("deliveries.all"));
        filter.setItems(DeliveryState.values());
        filter.setItemLabelGenerator(state -> state == null ? t("deliveries.all") : DeliveryWords.word(state));
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate(DeliveriesView.class, new DeliveriesUrl(change.getValue()).format());
            }
        });
        trouble.addClassNames("callout", "trouble-line");
        trouble.getElement().setAttribute("role", "status");
        counts.addClassName("quiet");
        counts.getElement().setAttribute("role", "status");
        list.addClassName("delivery-list");
        var head = new Div(new H1(t("deliveries.title")), counts, tryAll);
        head.addClassName("screen-head");
        add(head, trouble, filter, list, none, older);
        desk.liveUpdates.follow(this, Set.of(Topic.SESSION, Topic.CONNECTION), _ -> show());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("deliveries.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = DeliveriesUrl.parse(event.getLocation().getQueryParameters());
        filter.setValue(url.state());
        reached = PAGE;
        items.clear();
        list.removeAll();
        show();
    }

    private void more() {
        reached += PAGE;
        show();
    }

    private void show() {
        var gate = desk.gate();
        var lines = desk.deliveries.page(url.state(), 0, reached + 1);
        var shown = lines.stream().limit(reached).toList();
        var order = shown.stream()
                .map(line -> {
                    var item = items.computeIfAbsent(line.id(), _ -> new DeliveryItem(desk, line, gate));
                    item.show(line, gate);
                    return item;
                })
                .toList();
        items.keySet().retainAll(order.stream().map(DeliveryItem::delivery).toList());
        if (!order.equals(list.getChildren().toList())) {
            arrange(order);
        }
        older.setVisible(lines.size() > reached);
        none.setVisible(shown.isEmpty());
        none.setText(url.state() == null ? t("deliveries.empty") : t("deliveries.empty-of-state"));
        trouble.setVisible(gate.held() || gate.unreachable() != null || gate.paused(desk.now()));
        trouble.setText(troubleText());
        counts();
    }

    /** Moves only what isn't in its place, so that an opened one keeps its focus. */
    private void arrange(List<DeliveryItem> order) {
        list.getChildren()
                .filter(child -> !order.contains(child))
                .toList()
                .forEach(child -> child.getElement().removeFromParent());
        for (int i = 0; i < order.size(); i++) {
            var item = order.get(i);
            if (list.getElement().getChildCount() <= i || list.getElement().getChild(i) != item.getElement()) {
                item.getElement().removeFromParent();
                list.getElement().insertChild(i, item.getElement());
            }
        }
    }

    private String troubleText() {
        var gate = desk.gate();
        if (gate.held()) {
            return desk.words().held(gate);
        }
        if (gate.paused(desk.now()) && gate.pausedUntil() != null) {
            return t("deliveries.paused", desk.times.near(gate.pausedUntil()));
        }
        var unreachable = gate.unreachable();
        return unreachable == null
                ? ""
                : t("deliveries.unreachable", desk.times.near(unreachable.since()), unreachable.why());
    }

    private void counts() {
        var open = desk.deliveries.openCounts();
        var words = Stream.of(DeliveryState.values())
                .filter(open::containsKey)
                .map(state -> t("deliveries.count", DeliveryWords.word(state), open.getOrDefault(state, 0L)))
                .toList();
        counts.setText(words.isEmpty() ? t("deliveries.nothing-open") : String.join(" · ", words));
        tryAll.setVisible(DeliveryDesk.mayCorrect()
                && (open.containsKey(DeliveryState.HELD) || open.containsKey(DeliveryState.WAITING)));
    }

    private void tryAll() {
        desk.decisions.tryAllNow();
        Notices.done(t("deliveries.trying-all"));
        show();
    }
}
