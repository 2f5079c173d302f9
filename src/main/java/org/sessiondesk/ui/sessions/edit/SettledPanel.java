package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.ui.settled.SettledDesk;
import org.sessiondesk.worklist.SessionDetail;

/** "Signed by Anna Tue 18:10. Reopen…" above what can't be changed. */
final class SettledPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SettledDesk settled;
    private final boolean mayReopen;
    private final transient Runnable reopened;

    SettledPanel(SettledDesk settled, boolean mayReopen, Runnable reopened) {
        this.settled = settled;
        this.mayReopen = mayReopen;
        this.reopened = reopened;
        addClassName("settled");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Whether the session may be changed. */
    boolean show(@Nullable SessionDetail detail) {
        var by = detail == null ? null : settled.locking(detail.session()).orElse(null);
        removeAll();
        setVisible(by != null);
        if (by != null && detail != null) {
            var paid = SettledDesk.dayOf(detail.session(), by).flatMap(settled::paid);
            var words = new Span(settled.says(by)
                    + paid.map(export -> " " + t("settled.paid", export)).orElse(""));
            words.addClassName("lock");
            add(words);
            if (mayReopen) {
                reopen(detail, by);
            }
        }
        return by == null;
    }

    private void reopen(SessionDetail detail, SettledBy by) {
        var whose = detail.driver() == null ? t("sessions.no-driver") : detail.driver();
        SettledDesk.dayOf(detail.session(), by).ifPresent(day -> {
            var button = new Button(t("settled.reopen.ask"), _ -> settled.reopen(day, whose, reopened));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            add(button);
        });
    }
}
