package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.HexFormat;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.AuditVerifier;
import org.sessiondesk.audit.Verification;
import org.springframework.dao.DataAccessException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Checks the whole trail off the screen's thread, shows how far it is, and says the result in words. */
final class VerifyPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** So many digits of the head's hash are enough to compare two checks by eye. */
    private static final int HEAD_DIGITS = 16;

    private final transient AuditVerifier verifier;
    private final Button verify = new Button(t("trail.verify"), _ -> start());
    private final ProgressBar bar = new ProgressBar();
    private final Span result = new Span();

    VerifyPanel(AuditVerifier verifier) {
        this.verifier = verifier;
        addClassName("verify-panel");
        bar.setVisible(false);
        bar.getElement().setAttribute("aria-label", t("trail.verifying"));
        result.getElement().setAttribute("role", "status");
        add(result, bar, verify);
        setVisible(mayVerify());
    }

    private static boolean mayVerify() {
        var role = SignedIn.now().role();
        return role == Role.AUDITOR || role == Role.ADMINISTRATOR;
    }

    private void start() {
        UI ui = UI.getCurrent();
        verify.setEnabled(false);
        bar.setIndeterminate(true);
        bar.setVisible(true);
        result.setText(t("trail.verifying"));
        Thread.ofVirtual().name("verify-trail").start(new DelegatingSecurityContextRunnable(() -> run(ui)));
    }

    private void run(UI ui) {
        try {
            Verification verification = verifier.verify((entries, of) -> later(ui, () -> progress(entries, of)));
            later(ui, () -> done(words(verification)));
        } catch (DataAccessException unreachable) {
            later(ui, () -> done(t("trouble.database.AWAY")));
        }
    }

    private void progress(long entries, long of) {
        bar.setIndeterminate(of == 0);
        if (of > 0) {
            bar.setValue(Math.min(1.0, (double) entries / of));
        }
        result.setText(t("trail.verified-so-far", entries, of));
    }

    private void done(String words) {
        bar.setVisible(false);
        verify.setEnabled(true);
        result.setText(words);
    }

    private String words(Verification verification) {
        return switch (verification) {
            case Verification.Whole(long entries, byte[] head) ->
                t("trail.whole", entries, HexFormat.of().formatHex(head).substring(0, HEAD_DIGITS));
            case Verification.Broken(long position, String why) -> t("trail.broken", position, why);
        };
    }

    private static void later(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException closed) {
            // The tab was closed; nobody waits for the result.
        }
    }
}
