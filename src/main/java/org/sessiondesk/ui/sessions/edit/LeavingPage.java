package org.sessiondesk.ui.sessions.edit;

import com.vaadin.flow.component.Component;

/** Lets the browser ask, too: by a reload, a closed tab or an address typed it leaves the page without asking here. */
final class LeavingPage {

    private static final String TYPED = "data-typed";

    /** Once for a page, whatever was shown on it before. */
    private static final String ASK = """
            if (!window.deskAsks) {
              window.deskAsks = true;
              addEventListener('beforeunload', event => {
                if (document.querySelector('[%s]')) event.preventDefault();
              });
            }
            """.formatted(TYPED);

    private final Component editor;

    LeavingPage(Component editor) {
        this.editor = editor;
        editor.addAttachListener(_ -> editor.getElement().executeJs(ASK));
    }

    /** @param typed whether something stands there that would be lost */
    void loses(boolean typed) {
        editor.getElement().setAttribute(TYPED, typed);
    }
}
