package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What every browser tab starts with: the person's colours, and plain words for whatever may go wrong. */
@Component
class DeskInit implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient PlainErrors plainErrors;
    private final transient Messages messages;

    DeskInit(PlainErrors plainErrors, Messages messages) {
        this.plainErrors = plainErrors;
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(opened -> opened.getSession().setErrorHandler(plainErrors));
        event.getSource().addUIInitListener(opened -> start(opened.getUI()));
        // Before Flow's router listens, which is a module and so comes after a plain script.
        event.addIndexHtmlRequestListener(
                page -> page.getDocument().head().appendElement("script").attr("src", "desk/steps.js"));
        event.getSource().setSystemMessagesProvider(_ -> systemMessages());
    }

    private static void start(UI ui) {
        Colours.apply(ui, Colours.current());
        ReconnectDialogConfiguration lost = ui.getReconnectDialogConfiguration();
        lost.setDialogText(t("lost.trying"));
        lost.setDialogTextGaveUp(t("lost.gave-up"));
    }

    private SystemMessages systemMessages() {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(word("expired.title"));
        words.setSessionExpiredMessage(word("expired.message"));
        words.setInternalErrorCaption(word("broken.title"));
        words.setInternalErrorMessage(word("broken.message"));
        words.setCookiesDisabledCaption(word("cookies.title"));
        words.setCookiesDisabledMessage(word("cookies.message"));
        return words;
    }

    private String word(String key) {
        return messages.getTranslation(key, messages.getProvidedLocales().getFirst());
    }
}
