package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Set;
import org.sessiondesk.intake.ComparedDay;
import org.sessiondesk.intake.Comparisons;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worklist.Worklist;

/** "870 compared, 868 same, 2 differ": the newest day's comparison with what differed, and the days before. */
final class ComparedSection extends Div {

    private static final long serialVersionUID = 1L;

    /** More stand at the day's own address. */
    static final int MOST = 10;

    private static final int DAYS = 15;

    private final transient Comparisons comparisons;
    private final transient Worklist worklist;
    private final transient SiteTimes times;
    private final transient ComparedWords words;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph counts = new Paragraph();
    private final Paragraph pass = new Paragraph();
    private final Div found = new Div();
    private final Paragraph next = new Paragraph();
    private final UnorderedList earlier = new UnorderedList();
    private final Details earlierDays = new Details(t("intake.compared.earlier"), earlier);
    private transient List<ComparedDay> shown = List.of();

    ComparedSection(Comparisons comparisons, Worklist worklist, LiveUpdates liveUpdates, SiteTimes times) {
        this.comparisons = comparisons;
        this.worklist = worklist;
        this.times = times;
        this.words = new ComparedWords(times);
        addClassNames("unreadable", "compared");
        bar.getElement().setAttribute("aria-label", t("intake.compared.bar"));
        next.addClassName("quiet");
        earlier.addClassName("people");
        Div newest = new Div(counts, pass, found, next);
        newest.addClassName("compared-day");
        add(new H2(t("intake.compared")), bar, newest, earlierDays);
        liveUpdates.follow(this, Set.of(Topic.READING), _ -> refresh());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        shown = List.of();
        refresh();
    }

    private void refresh() {
        var days = comparisons.newest(DAYS);
        earlierDays.setVisible(days.size() > 1);
        bar.setVisible(!days.isEmpty() && days.getFirst().endedAt() == null);
        if (days.isEmpty()) {
            counts.setText(comparisons
                    .next()
                    .map(at -> t("intake.compared.first", comparisons.windowDays(), times.near(at)))
                    .orElseGet(() -> t("intake.compared.first-unknown", comparisons.windowDays())));
            return;
        }
        show(days.getFirst());
        // News of a reading comes twice a second: what is the same stays, and so does the focus in it.
        if (!sameBut(1, days, shown)) {
            earlier.removeAll();
            days.stream().skip(1).forEach(day -> earlier.add(new ListItem(link(day, words.dated(day)))));
        }
        if (shown.isEmpty() || !sameFound(days.getFirst(), shown.getFirst())) {
            showFound(days.getFirst());
        }
        shown = days;
    }

    private static boolean sameBut(int first, List<ComparedDay> days, List<ComparedDay> others) {
        return days.size() == others.size()
                && days.subList(first, days.size()).equals(others.subList(first, others.size()));
    }

    private static boolean sameFound(ComparedDay day, ComparedDay other) {
        return day.id() == other.id() && day.otherwise() == other.otherwise();
    }

    private void show(ComparedDay day) {
        int most = Math.clamp(day.total() - day.comparedBefore(), 1, Math.max(1, day.budget()));
        bar.setMax(most);
        bar.setValue(Math.min(most, day.compared()));
        counts.setText(words.dated(day));
        pass.setText(words.pass(day).orElse(""));
        pass.setVisible(words.pass(day).isPresent());
        next.setText(comparisons
                .next()
                .filter(_ -> day.endedAt() != null)
                .map(at -> t("intake.compared.next", times.near(at)))
                .orElse(""));
        next.setVisible(!next.getText().isEmpty());
    }

    private void showFound(ComparedDay day) {
        found.removeAll();
        if (day.otherwise() > 0) {
            var list = new ComparedList(worklist, words);
            list.append(comparisons.found(day.id(), 0, MOST));
            found.add(list);
        }
        if (day.otherwise() > MOST) {
            found.add(link(day, t("intake.compared.all", day.otherwise())));
        }
    }

    private static Anchor link(ComparedDay day, String text) {
        return new Anchor("intake/comparisons/" + day.id(), text);
    }
}
