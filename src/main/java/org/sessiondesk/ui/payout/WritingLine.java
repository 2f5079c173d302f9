package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.sessiondesk.statement.Progress;

/** How far a file is that is being written: shown only if that takes long enough to be read. */
final class WritingLine extends Div {

    private static final long serialVersionUID = 1L;

    private static final long NOTHING_BEFORE_MS = 300;
    private static final long EACH_MS = 250;

    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();

    WritingLine() {
        addClassName("reading-line");
        bar.getElement().setAttribute("aria-label", t("payout.writing.bar"));
        words.getElement().setAttribute("role", "status");
        add(bar, words);
        setVisible(false);
    }

    /** Follows the writing of one file, on whatever thread that is. */
    Following follow(UI ui, String fileName) {
        return new Following(ui, fileName);
    }

    final class Following implements Progress, AutoCloseable {

        private final UI ui;
        private final String fileName;
        private long next = System.nanoTime() + NOTHING_BEFORE_MS * 1_000_000;
        private boolean shown;

        private Following(UI ui, String fileName) {
            this.ui = ui;
            this.fileName = fileName;
        }

        @Override
        public void written(long rows, long of) {
            long now = System.nanoTime();
            if (now - next < 0) {
                return;
            }
            next = now + EACH_MS * 1_000_000;
            shown = true;
            onScreen(() -> {
                setVisible(true);
                bar.setMax(Math.max(1, of));
                bar.setValue(Math.min(rows, Math.max(1, of)));
                words.setText(rows < of ? t("payout.writing", fileName, rows, of) : t("payout.packing", fileName, of));
            });
        }

        @Override
        public void close() {
            if (shown) {
                onScreen(() -> setVisible(false));
            }
        }

        private void onScreen(Runnable change) {
            try {
                ui.access(change::run);
            } catch (UIDetachedException closed) {
                // The tab was closed; the file is written all the same.
            }
        }
    }
}
