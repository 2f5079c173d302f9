package org.sessiondesk.ui.sessions;

import com.vaadin.flow.component.html.Anchor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A standing view with its count: a link, so that it can be sent and opened beside. */
final class ViewLink extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient SessionsUrl url;

    /** @param shown what the list shows now: the view keeps its order */
    ViewLink(SessionsUrl url, Supplier<SessionsUrl> shown, Consumer<SessionsUrl> go) {
        this.url = url;
        addClassName("view");
        setHref("sessions?" + url.format().getQueryString());
        getElement()
                .addEventListener("click", _ -> go.accept(url.sorted(shown.get().sort())))
                .setFilter("event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey")
                .preventDefault();
    }

    void show(String words) {
        setText(words);
    }

    /** Stands out where it is what is shown. */
    void showCurrent(SessionsUrl now) {
        if (now.equals(url.sorted(now.sort()))) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
