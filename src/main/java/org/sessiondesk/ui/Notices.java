package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short words at the foot of the screen, read out too. */
public final class Notices {

    private static final int SHOWN_MS = 6_000;

    private Notices() {}

    /** Something was done; goes away by itself. */
    public static void done(String words) {
        show(words, SHOWN_MS);
    }

    /** Something wasn't; stays until closed. */
    public static void problem(String words) {
        show(words, 0).addThemeVariants(NotificationVariant.ERROR);
    }

    private static Notification show(String words, int duration) {
        Notification notification = new Notification();
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> notification.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(t("common.close"));
        Span text = new Span(words);
        Span line = new Span(text, close);
        line.addClassName("notice");
        notification.add(line);
        notification.setDuration(duration);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setAssertive(duration == 0);
        notification.open();
        return notification;
    }
}
