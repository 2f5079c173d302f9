package org.sessiondesk.ui.signin;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.sessiondesk.audit.Origin;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The address of whoever is being answered: by the request, or by the screen that a later task works for. */
@Component
class RequestOrigin implements Origin {

    @Override
    public Optional<String> address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return Optional.ofNullable(attributes.getRequest().getRemoteAddr());
        }
        VaadinSession session = VaadinSession.getCurrent();
        return session == null || session.getBrowser() == null
                ? Optional.empty()
                : Optional.ofNullable(session.getBrowser().getAddress());
    }
}
