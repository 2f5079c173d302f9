package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.ComparedSession;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.Worklist;

/** Sessions that a comparison found otherwise, each with a link to it and what was otherwise. */
final class ComparedList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    private final transient Worklist worklist;
    private final transient ComparedWords words;

    ComparedList(Worklist worklist, ComparedWords words) {
        this.worklist = worklist;
        this.words = words;
        addClassName("people");
        getElement().setAttribute("aria-label", t("intake.compared"));
    }

    /** Adds these below what stands there. */
    void append(List<ComparedSession> found) {
        Map<UUID, SessionLine> lines =
                worklist
                        .lines(found.stream()
                                .map(ComparedSession::session)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(SessionLine::id, line -> line));
        found.forEach(one -> add(item(one, one.session() == null ? null : lines.get(one.session()))));
    }

    private ListItem item(ComparedSession one, @Nullable SessionLine line) {
        String name = words.session(one, line);
        Component link = one.session() == null ? new Span(name) : new Anchor("sessions/" + one.session(), name);
        link.addClassName("person-name");
        Span what = new Span(words.what(one));
        what.addClassName("quiet");
        Div item = new Div(link, what);
        item.addClassName("explained");
        return new ListItem(item);
    }
}
