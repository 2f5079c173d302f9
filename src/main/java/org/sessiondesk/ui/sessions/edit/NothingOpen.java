package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;

/** What stands in the editor's place before a session was chosen: what to do, and the keys that do it. */
final class NothingOpen extends Div {

    private static final long serialVersionUID = 1L;

    /** @param mayCorrect whether the keys of the editor mean anything to this person */
    NothingOpen(boolean mayCorrect) {
        addClassName("editor-nothing");
        var keys = new DescriptionList();
        key(keys, "↑ ↓", t("sessions.keys.rows"));
        key(keys, "/", t("sessions.keys.search"));
        key(keys, "F8", t("sessions.keys.problem"));
        if (mayCorrect) {
            key(keys, "Enter", t("sessions.keys.edit"));
            key(keys, "Alt Enter", t("sessions.keys.use"));
            key(keys, "Alt 1–8", t("sessions.keys.reason"));
            key(keys, "Ctrl S", t("sessions.keys.save"));
            key(keys, "Ctrl Enter", t("sessions.keys.save-next"));
            key(keys, "F9", t("sessions.keys.undo"));
            key(keys, "Esc", t("sessions.keys.cancel"));
        }
        add(new Paragraph(t(mayCorrect ? "sessions.nothing-open" : "sessions.nothing-open.read")), keys);
    }

    private static void key(DescriptionList list, String key, String does) {
        var term = new DescriptionList.Term();
        for (String each : key.split(" ")) {
            term.getElement().appendChild(new Element("kbd").setText(each));
        }
        list.add(term, new DescriptionList.Description(does));
    }
}
