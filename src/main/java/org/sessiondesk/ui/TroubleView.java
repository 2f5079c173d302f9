package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** A screen that couldn't be opened. */
@ParentLayout(MainLayout.class)
@PermitAll
public class TroubleView extends PlainPage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    private final transient PlainErrors plainErrors;

    TroubleView(PlainErrors plainErrors) {
        this.plainErrors = plainErrors;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        say(t("trouble.title"), plainErrors.words(error.getException()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
