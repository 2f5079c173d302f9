package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in the editor's place before a session was chosen: what to do, and the keys that do it. */
final class NothingOpen extends Div {

    private static final long serialVersionUID = 1L;

    /** @param mayCorrect whether the keys of the editor mean anything to this person */
    NothingOpen(boolean mayCorrect) {
        addClassName("editor-nothing");
        add(
                new Paragraph(t(mayCorrect ? "sessions.nothing-open" : "sessions.nothing-open.read")),
                new KeyList(mayCorrect));
    }
}
