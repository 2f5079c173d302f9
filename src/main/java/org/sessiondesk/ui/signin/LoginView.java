package org.sessiondesk.ui.signin;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.ui.overview.OverviewView;

/** Where people sign in. Says why the last try wasn't accepted, and never whether an account exists. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_WAIT_SECONDS = 3600;

    private final transient SiteTimes times;
    private final transient InstantSource clock;
    private final LoginForm form = new LoginForm();
    private final Paragraph notice = new Paragraph();

    LoginView(SiteTimes times, InstantSource clock) {
        this.times = times;
        this.clock = clock;
        addClassName("login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("login.wrong.title", t("login.wrong.message")));
        notice.addClassName("login-notice");
        notice.getElement().setAttribute("role", "status");
        Paragraph forgotten = new Paragraph(t("login.forgotten"));
        forgotten.addClassName("login-forgotten");
        H1 product =
                new H1(new Image("desk/desk.svg", ""), new com.vaadin.flow.component.html.Span(t("common.product")));
        add(product, new Paragraph(t("common.for-whom")), notice, form, forgotten);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (SignedIn.current().isPresent()) {
            event.forwardTo(OverviewView.class);
            return;
        }
        QueryParameters asked = event.getLocation().getQueryParameters();
        var keys = asked.getParameters().keySet();
        if (keys.contains("wait")) {
            refuse("login.wait.title", waitWords(asked));
        } else if (keys.contains("error")) {
            refuse("login.wrong.title", t("login.wrong.message"));
        } else if (keys.contains("away")) {
            refuse("login.away.title", t("login.away.message"));
        }
        Optional<String> why =
                Stream.of("ended", "expired", "out").filter(keys::contains).findFirst();
        notice.setText(why.map(key -> t("login." + key)).orElse(""));
        notice.setVisible(why.isPresent());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("login.title"));
    }

    private void refuse(String title, String message) {
        form.setI18n(words(title, message));
        form.setError(true);
    }

    /** The wait as the server told it in the address; whatever else stands there only costs whoever wrote it a text. */
    private String waitWords(QueryParameters asked) {
        Optional<Integer> seconds = asked.getSingleParameter("wait").flatMap(LoginView::wholeSeconds);
        return seconds.map(wait ->
                        t("login.wait.message", times.seconds(clock.instant().plus(Duration.ofSeconds(wait)))))
                .orElseGet(() -> t("login.wait.later"));
    }

    private static Optional<Integer> wholeSeconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            return seconds > 0 && seconds <= LONGEST_WAIT_SECONDS ? Optional.of(seconds) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static LoginI18n words(String errorTitle, String errorMessage) {
        LoginI18n words = LoginI18n.createDefault();
        words.setForm(new LoginI18n.Form());
        words.getForm().setTitle(t("login.title"));
        words.getForm().setUsername(t("login.email"));
        words.getForm().setPassword(t("login.password"));
        words.getForm().setSubmit(t("login.submit"));
        words.setErrorMessage(new LoginI18n.ErrorMessage());
        words.getErrorMessage().setTitle(t(errorTitle));
        words.getErrorMessage().setMessage(errorMessage);
        words.getErrorMessage().setUsername(t("login.email-missing"));
        words.getErrorMessage().setPassword(t("login.password-missing"));
        return words;
    }
}
