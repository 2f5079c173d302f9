package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before what was typed is thrown away; only when something was. */
final class DiscardDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    DiscardDialog(Runnable discard, Runnable stay) {
        setHeader(t("sessions.discard.title"));
        setText(t("sessions.discard.message"));
        setCancelable(true);
        setCancelText(t("sessions.discard.stay"));
        setConfirmText(t("sessions.discard.go"));
        addConfirmListener(_ -> discard.run());
        addCancelListener(_ -> stay.run());
    }
}
