package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** The box as it is seen, hidden while it is empty. A button that goes would take the focus along, to nowhere. */
final class BoxFrame extends Div {

    private static final long serialVersionUID = 1L;

    private static final String WATCH = """
            this.addEventListener('focusin', () => this.deskHasFocus = true);
            this.addEventListener('focusout', event => {
              if (event.relatedTarget && !this.contains(event.relatedTarget)) this.deskHasFocus = false;
            });
            """;

    /** Nobody's focus is taken: it has to have been here, and to be nowhere now, or to be asked for. */
    private static final String FOCUS = """
            const at = document.activeElement, box = this.querySelector('[role=region]:not([hidden])');
            const lost = this.deskHasFocus && (!at || at === document.body || this.contains(at));
            if (!lost && !$0) return false;
            box?.focus({preventScroll: true});
            this.deskHasFocus = !!box;
            return !box;
            """;

    private final Div box = new Div();
    private Runnable emptied = () -> {};

    /** @param voice reads out what the box says; heard also while it is hidden */
    BoxFrame(Component voice) {
        addClassName("problem-frame");
        box.addClassName("problem-box");
        box.getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", t("problem.box"))
                .setAttribute("tabindex", "-1");
        box.setVisible(false);
        add(voice, box);
        addAttachListener(_ -> getElement().executeJs(WATCH));
    }

    /** Where the focus goes that the empty box can't keep. */
    void onEmptied(Runnable goOn) {
        emptied = goOn;
    }

    void fill(List<Component> parts) {
        box.removeAll();
        box.add(parts);
        box.setVisible(!parts.isEmpty());
        focus(false);
    }

    /** Takes the focus, after something was done here. */
    void focus() {
        focus(true);
    }

    private void focus(boolean always) {
        getElement().executeJs(FOCUS, always).then(Boolean.class, nowhere -> {
            if (nowhere) {
                emptied.run();
            }
        });
    }
}
