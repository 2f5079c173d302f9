package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import org.sessiondesk.account.SignedIn;

/** A screen that isn't for this role. */
@ParentLayout(MainLayout.class)
@PermitAll
public class NotAllowedView extends PlainPage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        String role = SignedIn.current()
                .map(signedIn -> t("role." + signedIn.person().role()))
                .orElse("");
        say(t("trouble.not-for-role.title"), t("trouble.not-for-role.message", role));
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
