package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.sessiondesk.finding.FullCheck;
import org.sessiondesk.finding.LimitsCheck;
import org.sessiondesk.ui.SiteTimes;

/** How far judging again is after a limit changed, and the check of all sessions with the button that starts it. */
final class CheckPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient FullCheck full;
    private final transient LimitsCheck ofLimits;
    private final transient SiteTimes times;
    private final Span afterChange = new Span();
    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button start = new Button(t("settings.check.start"), _ -> start());

    CheckPanel(FullCheck full, LimitsCheck ofLimits, SiteTimes times) {
        this.full = full;
        this.ofLimits = ofLimits;
        this.times = times;
        addClassName("form-section");
        Span what = new Span(t("settings.check.what"));
        what.addClassName("quiet");
        afterChange.getElement().setAttribute("role", "status");
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", t("settings.check.title"));
        add(new H2(t("settings.check.title")), said, bar, what, start);
        refresh();
    }

    /** How far judging by changed limits is, to stand beside them. */
    Span afterChange() {
        return afterChange;
    }

    private void start() {
        full.start();
        refresh();
    }

    /** Looks how far both are. */
    void refresh() {
        var limits = ofLimits.progress();
        afterChange.setVisible(limits.startedAt() != null);
        if (limits.underWay()) {
            afterChange.setText(
                    t("settings.check.limits.so-far", limits.reached(), percent(limits.lookedAt(), limits.ofAll())));
        } else if (limits.endedAt() != null) {
            afterChange.setText(t("settings.check.limits.done", times.near(limits.endedAt()), limits.reached()));
        }
        var all = full.progress();
        bar.setVisible(all.underWay());
        start.setEnabled(!all.wanted() && !all.underWay());
        if (all.underWay()) {
            long percent = percent(all.lookedAt(), all.ofAll());
            bar.setValue(percent / 100.0);
            said.setText(t(all.withDrivers() ? "settings.check.so-far" : "settings.check.vehicles.so-far", percent));
        } else if (all.wanted()) {
            said.setText(t("settings.check.soon"));
        } else if (all.endedAt() == null) {
            said.setText(t("settings.check.never"));
        } else {
            said.setText(t(
                    all.withDrivers() ? "settings.check.done" : "settings.check.vehicles.done",
                    times.near(all.endedAt()),
                    all.differed()));
        }
    }

    private static long percent(long looked, long of) {
        return of <= 0 ? 0 : Math.min(100, 100 * looked / of);
    }
}
