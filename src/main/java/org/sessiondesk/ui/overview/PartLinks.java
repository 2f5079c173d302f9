package org.sessiondesk.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;

/** The parts of a line as links. Each stays where it is while its words change, so that no focus is lost. */
final class PartLinks extends Div {

    private static final long serialVersionUID = 1L;

    private final List<Anchor> links = new ArrayList<>();

    PartLinks(String className) {
        addClassName(className);
    }

    void show(List<Waiting.Part> parts) {
        while (links.size() > parts.size()) {
            remove(links.removeLast());
        }
        while (links.size() < parts.size()) {
            var link = new Anchor();
            links.add(link);
            add(link);
        }
        for (int i = 0; i < parts.size(); i++) {
            links.get(i).setText(parts.get(i).words());
            links.get(i).setHref(parts.get(i).to());
        }
        setVisible(!parts.isEmpty());
    }
}
