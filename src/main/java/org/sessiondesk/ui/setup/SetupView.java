package org.sessiondesk.ui.setup;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.sessiondesk.account.AccountOutcome.Done;
import org.sessiondesk.account.FirstAdministrator;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.ui.overview.OverviewView;
import org.sessiondesk.ui.signin.LoginView;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The first start. With the one-time link it asks for the first administrator; once there is one it is an
 * administrator's check list of the connection.
 */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
public class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient FirstAdministrator firstAdministrator;
    private final transient List<SetupSection> sections;
    private final Div content = new Div();

    SetupView(FirstAdministrator firstAdministrator, ObjectProvider<SetupSection> sections) {
        this.firstAdministrator = firstAdministrator;
        this.sections = sections.orderedStream().toList();
        addClassNames("screen", "narrow-screen");
        content.addClassName("setup");
        add(new H1(t("setup.title")), content);
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("setup.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdministrator.exists()) {
            // The link's secret stands behind the '#', which only the browser knows.
            event.getUI()
                    .getPage()
                    .fetchCurrentURL(address -> askOrRefuse(address.getRef() == null ? "" : address.getRef()));
            return;
        }
        var signedIn = SignedIn.current();
        if (signedIn.isEmpty()) {
            event.forwardTo(LoginView.class);
        } else if (signedIn.get().person().role() != Role.ADMINISTRATOR) {
            event.rerouteToError(AccessDeniedException.class);
        } else {
            showConnection();
        }
    }

    private void askOrRefuse(String secret) {
        content.removeAll();
        if (firstAdministrator.opens(secret)) {
            content.add(new FirstAdministratorForm(firstAdministrator, secret, this::created));
        } else {
            content.add(new Paragraph(t("setup.no-link")));
        }
    }

    private void created(Done done) {
        content.removeAll();
        Button go = new Button(
                t("setup.go"), _ -> getUI().ifPresent(ui -> ui.getPage().setLocation("login")));
        content.add(new Paragraph(t("setup.created", done.person().email())), go);
    }

    private void showConnection() {
        content.removeAll();
        content.add(new Paragraph(t("setup.done")));
        sections.forEach(section -> content.add(section.create()));
        content.add(new RouterLink(t("trouble.home"), OverviewView.class));
    }
}
