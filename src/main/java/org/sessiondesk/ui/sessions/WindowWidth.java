package org.sessiondesk.ui.sessions;

import com.vaadin.flow.component.page.Page;
import java.io.Serializable;

/** How wide the window is, and so how the list and the editor stand in it. */
final class WindowWidth implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Under this width the rows are cards: a table beside the editor would show half of itself. */
    private static final int TABLE_FROM_PX = 1_150;

    /** Up to this one the editor covers the list. */
    private static final int COVERED_TO_PX = 700;

    private final ListPane list;
    private boolean covered;

    WindowWidth(ListPane list) {
        this.list = list;
    }

    void follow(Page page) {
        // At once for what is painted first; then anew, as the window may have changed since the tab was opened.
        page.retrieveExtendedClientDetails(details -> adapt(details.getWindowInnerWidth()));
        page.getExtendedClientDetails().refresh(details -> adapt(details.getWindowInnerWidth()));
        page.addBrowserWindowResizeListener(resized -> adapt(resized.getWidth()));
    }

    /** Whether an open editor covers the list. */
    boolean isCovered() {
        return covered;
    }

    private void adapt(int width) {
        list.asCards(width < TABLE_FROM_PX);
        covered = width <= COVERED_TO_PX;
    }
}
