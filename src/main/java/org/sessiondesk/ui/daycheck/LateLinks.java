package org.sessiondesk.ui.daycheck;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;

/** Sessions to look at, each with what is the matter, under a head; nothing at all where there are none. */
final class LateLinks extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * One of them.
     *
     * @param name whose and of when
     */
    record Link(UUID session, String name, String what) {}

    private final UnorderedList list = new UnorderedList();
    private transient List<Link> shown = List.of();

    LateLinks(String head) {
        list.addClassName("late-list");
        add(new H2(head), list);
        setVisible(false);
    }

    /** Draws only what is other than before. */
    void show(List<Link> links) {
        if (!links.equals(shown)) {
            shown = links;
            list.removeAll();
            links.forEach(link -> list.add(item(link)));
            setVisible(!links.isEmpty());
        }
    }

    private static ListItem item(Link link) {
        var item = new ListItem(new Anchor("sessions/" + link.session(), link.name()), new Span(link.what()));
        item.addClassNames("late-item", "late-what");
        return item;
    }
}
