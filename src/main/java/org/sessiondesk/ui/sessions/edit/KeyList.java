package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.dom.Element;

/** The keys of the screen and what they do. */
public final class KeyList extends DescriptionList {

    private static final long serialVersionUID = 1L;

    /** @param mayCorrect whether the keys of the editor mean anything to this person */
    public KeyList(boolean mayCorrect) {
        addClassName("keys");
        key("↑ ↓", t("sessions.keys.rows"));
        key("/", t("sessions.keys.search"));
        key("F8", t("sessions.keys.problem"));
        if (mayCorrect) {
            key("Enter", t("sessions.keys.edit"));
            key("Alt Enter", t("sessions.keys.use"));
            key("Alt 1–8", t("sessions.keys.reason"));
            key("Ctrl S", t("sessions.keys.save"));
            key("Ctrl Enter", t("sessions.keys.save-next"));
            key("F9", t("sessions.keys.undo"));
            key("Esc", t("sessions.keys.cancel"));
        }
        key("?", t("sessions.keys.help"));
    }

    private void key(String key, String does) {
        var term = new DescriptionList.Term();
        for (String each : key.split(" ")) {
            term.getElement().appendChild(new Element("kbd").setText(each));
        }
        add(term, new DescriptionList.Description(does));
    }
}
