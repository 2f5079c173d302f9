package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.HashMap;
import java.util.Map;

/** Short words at the foot of the screen, read out too. */
public final class Notices {

    private static final int SHOWN_MS = 6_000;

    private Notices() {}

    /** Something was done; goes away by itself. */
    public static void done(String words) {
        show(words, SHOWN_MS);
    }

    /** Something wasn't; stays until closed. Said again it stands there once. */
    public static void problem(String words) {
        problem(words, words);
    }

    /** The same, in the place of what was said about this before. */
    static Notification problem(String about, String words) {
        Standing standing = Standing.of(UI.getCurrent());
        Notification before = standing.problems().remove(about);
        if (before != null) {
            before.close();
        }
        Notification notification = show(words, 0);
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.addDetachListener(_ -> standing.problems().remove(about, notification));
        standing.problems().put(about, notification);
        return notification;
    }

    /** What stands on one screen, by what it is about. */
    private record Standing(Map<String, Notification> problems) {

        static Standing of(UI ui) {
            Standing standing = ComponentUtil.getData(ui, Standing.class);
            if (standing == null) {
                standing = new Standing(new HashMap<>());
                ComponentUtil.setData(ui, Standing.class, standing);
            }
            return standing;
        }
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
