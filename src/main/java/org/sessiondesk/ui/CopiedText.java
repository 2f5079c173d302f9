package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;

/** Puts a text into the clipboard; where the browser doesn't allow that, shows it, marked, to be copied by hand. */
public final class CopiedText {

    private static final String COPY = """
            return navigator.clipboard
              ? navigator.clipboard.writeText($0).then(() => true, () => false)
              : false;
            """;

    private CopiedText() {}

    /**
     * Copies it.
     *
     * @param from whose click it was
     * @param title what is copied
     */
    public static void copy(Component from, String title, String text) {
        from.getElement().executeJs(COPY, text).then(Boolean.class, copied -> {
            if (copied) {
                Notices.done(t("common.copied", text));
            } else {
                show(title, text);
            }
        });
    }

    private static void show(String title, String text) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(title);
        var area = new TextArea(t("common.copy-by-hand"));
        area.setValue(text);
        area.setReadOnly(true);
        area.setWidthFull();
        dialog.add(area);
        dialog.getFooter().add(new Button(t("common.close"), _ -> dialog.close()));
        dialog.setWidth("30rem");
        dialog.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                area.getElement()
                        .executeJs("requestAnimationFrame(() => { this.focus(); this.inputElement.select(); })");
            }
        });
        dialog.open();
    }
}
