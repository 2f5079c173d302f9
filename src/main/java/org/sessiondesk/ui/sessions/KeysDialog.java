package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import org.sessiondesk.ui.sessions.edit.KeyList;

/** Which keys do what on this screen. */
final class KeysDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** @param mayCorrect whether the keys of the editor mean anything to this person */
    KeysDialog(boolean mayCorrect) {
        setHeaderTitle(t("sessions.keys"));
        add(new KeyList(mayCorrect));
        var close = new Button(t("common.close"), _ -> close());
        getFooter().add(close);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                close.focus();
            }
        });
    }
}
