package org.sessiondesk.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines under a head; what is nothing comes last. */
final class WaitingList extends Div {

    private static final long serialVersionUID = 1L;

    private final UnorderedList list = new UnorderedList();
    private final transient Map<String, WaitingLine> lines = new HashMap<>();

    WaitingList(String title) {
        addClassName("overview-part");
        add(new H2(title), list);
    }

    /** Changes words where they stand, and moves only what has another place, so that no focus is lost. */
    void show(List<Waiting> waiting) {
        var order = waiting.stream()
                .sorted(Comparator.comparing(Waiting::isNothing))
                .map(one -> {
                    var line = lines.computeIfAbsent(one.name(), _ -> new WaitingLine());
                    line.show(one);
                    return line;
                })
                .toList();
        lines.values().retainAll(order);
        list.getChildren()
                .filter(child -> !order.contains(child))
                .toList()
                .forEach(child -> child.getElement().removeFromParent());
        for (int i = 0; i < order.size(); i++) {
            var element = order.get(i).getElement();
            if (list.getElement().getChildCount() <= i
                    || !list.getElement().getChild(i).equals(element)) {
                element.removeFromParent();
                list.getElement().insertChild(i, element);
            }
        }
        setVisible(!waiting.isEmpty());
    }

    Optional<WaitingLine> first() {
        return list.getChildren().findFirst().map(WaitingLine.class::cast);
    }
}
