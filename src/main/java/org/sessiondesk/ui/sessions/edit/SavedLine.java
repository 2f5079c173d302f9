package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** "Ruiz saved. Leaves in 8 s. Undo": what the last act did, counted down in the browser; later "Revert". Read out. */
final class SavedLine extends Div {

    private static final long serialVersionUID = 1L;

    /** Counts down by itself, so that no server is asked each second; the words say it once and aren't read out again. */
    private static final String COUNT_DOWN = """
            const line = this, until = Date.now() + $0, words = $1, gone = $2;
            clearInterval(line.deskTimer);
            const tell = () => {
              const left = Math.ceil((until - Date.now()) / 1000);
              line.textContent = left > 0 ? words.replace('#', left) : gone;
              if (left <= 0) clearInterval(line.deskTimer);
            };
            line.deskTimer = setInterval(tell, 500);
            tell();
            """;

    private final Span words = new Span();
    private final Span leaves = new Span();
    /** One button, so that who stands on it goes on standing there once it has left. */
    private final Button back = new Button(t("sessions.undo"));

    private @Nullable Runnable onUndo;
    private @Nullable Runnable onRevert;

    SavedLine() {
        addClassName("saved-line");
        words.getElement().setAttribute("role", "status");
        leaves.getElement().setAttribute("aria-hidden", "true");
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.addClickListener(_ -> press());
        add(words, leaves, back);
        hide();
    }

    /** Does what Undo does; whether it is offered. */
    boolean takeBack() {
        var offered = onUndo;
        if (offered != null) {
            offered.run();
        }
        return offered != null;
    }

    private void press() {
        if (!takeBack() && onRevert != null) {
            onRevert.run();
        }
    }

    /** Puts the cursor on what takes it back. */
    void focusBack() {
        if (back.isVisible()) {
            back.focus();
        }
    }

    void hide() {
        setVisible(false);
        offer(null, null);
    }

    /** Says what happened, with nothing to take back. */
    void say(String said) {
        words.setText(said);
        leaves.setText("");
        leaves.setVisible(false);
        offer(null, null);
        setVisible(true);
    }

    /** It has left: there is nothing to take back any more. */
    void gone() {
        leaves.setVisible(false);
        offer(null, null);
    }

    /** It has left: the same place takes it back by a correction of its own. */
    void left(Runnable revert) {
        leaves.setVisible(false);
        offer(null, revert);
    }

    private void offer(@Nullable Runnable undo, @Nullable Runnable revert) {
        onUndo = undo;
        onRevert = revert;
        back.setText(t(revert == null ? "sessions.undo" : "sessions.revert"));
        back.setVisible(undo != null || revert != null);
    }

    /** Says that it was saved, when it leaves, and offers to take it back. */
    void saved(String said, @Nullable Instant leavesAt, Instant now, Runnable takeBack) {
        words.setText(said);
        leaves.setVisible(leavesAt != null);
        if (leavesAt != null) {
            long wait = Math.max(0, Duration.between(now, leavesAt).toMillis());
            leaves.getElement().executeJs(COUNT_DOWN, (double) wait, t("sessions.leaves", "#"), t("sessions.left"));
        }
        offer(takeBack, null);
        setVisible(true);
    }
}
