package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Set;
import org.sessiondesk.account.People;
import org.sessiondesk.filing.Filings;
import org.sessiondesk.intake.Comparisons;
import org.sessiondesk.intake.ReadNow;
import org.sessiondesk.intake.ReadingState;
import org.sessiondesk.intake.Readings;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.report.BadRowExport;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.Worklist;

/**
 * What is being read from OnTime, how far it is, how many calls are left, and what could not be read; and files, the
 * second way in.
 */
@Route("intake")
@Menu(title = "menu.reading", order = 60, icon = "vaadin:cloud-download-o")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class IntakeView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final SessionFilter VANISHED = SessionFilter.ALL.marked(Mark.VANISHED);

    private final transient Readings readings;
    private final transient Worklist worklist;
    private final transient ReadingWords words;
    private final transient CallWords calls;
    private final transient InstantSource clock;
    private final Div troubles = new Div();
    private final DescriptionList facts = new DescriptionList();
    private final UnreadableList unreadable;

    IntakeView(
            Readings readings,
            ReadNow readNow,
            Comparisons comparisons,
            Worklist worklist,
            Filings filings,
            BadRowExport badRows,
            People people,
            LiveUpdates liveUpdates,
            SiteTimes times,
            InstantSource clock) {
        this.readings = readings;
        this.worklist = worklist;
        this.words = new ReadingWords(times);
        this.calls = new CallWords(times);
        this.clock = clock;
        this.unreadable = new UnreadableList(times);
        addClassName("screen");
        Button now = ReadingHead.readNowButton(readNow);
        now.addThemeVariants(ButtonVariant.PRIMARY);
        Span zone = new Span(t("intake.zone", times.zoneName()));
        zone.addClassName("quiet");
        Div head = new Div(new H1(t("intake.title")), zone, now);
        head.addClassName("screen-head");
        troubles.addClassName("intake-troubles");
        facts.addClassName("facts");
        add(head, new ReadingLine(readings, liveUpdates, times, true), troubles, facts);
        add(new ComparedSection(comparisons, worklist, liveUpdates, times), unreadable);
        if (ReadingHead.mayCorrect()) {
            add(new FileSection(filings, badRows, liveUpdates, times));
        }
        add(new TakenFiles(filings, people, liveUpdates, times));
        liveUpdates.follow(this, Set.of(Topic.READING, Topic.CONNECTION), _ -> refresh());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("intake.title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void refresh() {
        ReadingState state = readings.state();
        troubles.removeAll();
        if (state.waiting() != null && !state.waiting().words().isBlank()) {
            troubles.add(callout(t("intake.ontime-says", state.waiting().words())));
        }
        state.stops().forEach(stop -> {
            troubles.add(callout(words.stop(stop)));
            if (!stop.words().isBlank()) {
                troubles.add(callout(t("intake.ontime-says", stop.words())));
            }
        });
        facts.removeAll();
        fact("intake.last", words.moment(state.lastRead()));
        if (state.wanted()) {
            fact("intake.next", words.moment(state.next()));
        }
        var counts = state.counts();
        fact("intake.known", t("intake.known.value", counts.sessions(), counts.users(), counts.vehicles()));
        int vanished = worklist.totals(VANISHED).sessions();
        fact(
                "intake.vanished",
                vanished == 0
                        ? new Span(t("intake.count", 0))
                        : new Anchor("sessions?mark=vanished", t("intake.vanished.value", vanished)));
        var limits = state.limits();
        var now = clock.instant();
        fact("intake.calls.today", calls.of(limits == null ? null : limits.daily(), now));
        fact("intake.calls.month", calls.of(limits == null ? null : limits.monthly(), now));
        fact("intake.forecast", calls.forecast(limits, now));
        unreadable.show(counts.unreadable(), readings.unreadable(0, UnreadableList.MOST));
    }

    private void fact(String key, String value) {
        fact(key, new Span(value));
    }

    private void fact(String key, Component value) {
        Div pair = new Div();
        pair.add(new Term(t(key)), new Description(value));
        facts.getElement().appendChild(pair.getElement());
    }

    private static Div callout(String text) {
        Div callout = new Div(text);
        callout.addClassName("callout");
        return callout;
    }
}
