package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import java.util.Set;
import org.sessiondesk.intake.ReadingState;
import org.sessiondesk.intake.Readings;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;

/**
 * "Reading from OnTime: 412 of 1,014" with a bar, and on the screen of its own what keeps it waiting: elsewhere the head
 * line has said that. Keeps itself up to date and is invisible when there is nothing to say.
 */
public final class ReadingLine extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Readings readings;
    private final transient ReadingWords words;
    private final boolean tellsTrouble;
    private final ProgressBar bar = new ProgressBar();
    private final Span text = new Span();

    /** Of how far the reading is, for any screen. */
    public ReadingLine(Readings readings, LiveUpdates liveUpdates, SiteTimes times) {
        this(readings, liveUpdates, times, false);
    }

    ReadingLine(Readings readings, LiveUpdates liveUpdates, SiteTimes times, boolean tellsTrouble) {
        this.readings = readings;
        this.tellsTrouble = tellsTrouble;
        this.words = new ReadingWords(times);
        addClassName("reading-line");
        bar.getElement().setAttribute("aria-label", t("intake.bar"));
        add(bar, text);
        liveUpdates.follow(this, Set.of(Topic.READING, Topic.CONNECTION), _ -> show(readings.state()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show(readings.state());
    }

    void show(ReadingState state) {
        var progress = state.progress();
        var trouble = tellsTrouble ? words.trouble(state) : Optional.<String>empty();
        bar.setVisible(progress != null);
        if (progress != null) {
            bar.setMax(Math.max(1, progress.total()));
            bar.setValue(Math.min(progress.done(), Math.max(1, progress.total())));
        }
        text.setText(trouble.orElseGet(() -> progress == null ? "" : words.progress(progress)));
        text.setClassName("is-trouble", trouble.isPresent());
        setVisible(progress != null || trouble.isPresent());
    }
}
