package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.account.TokenNames;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.AuditVerifier;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.audit.TrailFilter;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.review.Review;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.Worklist;

/** History of changes: who did what, to which record, and whether the trail still holds. */
@Route("trail")
@Menu(title = "menu.history", order = 70, icon = "vaadin:time-backward")
@StyleSheet("context://desk/paper.css")
@StyleSheet("context://desk/print.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class TrailView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int SAMPLE = 25;

    private final transient AuditQueries queries;
    private final transient People people;
    private final transient Worklist worklist;
    private final transient RosterNames names;
    private final transient SiteTimes times;
    private final transient InstantSource clock;
    private final transient TrailFilterLine filterLine;
    private final FiguresPanel figures;
    private final SampleLine sample = new SampleLine(this::go);
    private final UnorderedList entries = new UnorderedList();
    private final Button newer = new Button(t("trail.newer"), _ -> show());
    private final Button older = new Button(t("trail.older"), _ -> append());
    private final Paragraph none = new Paragraph(t("trail.none"));
    private transient TrailUrl url = TrailUrl.START;
    private @Nullable Long oldest;

    TrailView(
            AuditQueries queries,
            AuditVerifier verifier,
            People people,
            Roster roster,
            TokenNames tokens,
            Worklist worklist,
            Review review,
            SiteTimes times,
            InstantSource clock,
            LiveUpdates liveUpdates) {
        this.clock = clock;
        this.queries = queries;
        this.people = people;
        this.worklist = worklist;
        this.times = times;
        this.names = new RosterNames(roster, tokens);
        this.figures = new FiguresPanel(review, people, times);
        this.filterLine = new TrailFilterLine(people, this::go);
        addClassNames("screen", "trail");
        entries.addClassName("trail-entries");
        entries.getElement().setAttribute("aria-label", t("trail.title"));
        newer.addThemeVariants(ButtonVariant.TERTIARY);
        newer.setVisible(false);
        none.addClassName("quiet");
        Div head = new Div(new H1(t("trail.title")), new VerifyPanel(verifier));
        head.addClassName("screen-head");
        add(head, filterLine, figures, sample, newer, entries, none, older);
        liveUpdates.follow(
                this,
                Set.of(Topic.SESSION, Topic.ACCOUNT, Topic.CONNECTION, Topic.SIGN_OFF, Topic.PAY_EXPORT),
                _ -> newer.setVisible(true));
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("trail.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = TrailUrl.parse(event.getLocation().getQueryParameters());
        filterLine.show(url, recordName());
        figures.show(url, LocalDate.ofInstant(clock.instant(), times.zone()));
        sample.show(url);
        show();
    }

    private void go(TrailUrl other) {
        if (!other.equals(url)) {
            UI.getCurrent().navigate(TrailView.class, other.format());
        }
    }

    private @Nullable String recordName() {
        var record = url.record();
        if (record == null) {
            return null;
        }
        return TrailLine.subjectName(record, titles(TrailLine.sessionIds(List.of(record))), people, times);
    }

    private void show() {
        entries.removeAll();
        oldest = null;
        newer.setVisible(false);
        append();
    }

    private void append() {
        var actions = url.kind().of(queries.actions());
        // No action of this kind has happened yet; an empty set would mean all of them.
        List<TrailEntry> page = actions.isEmpty() ? List.of() : page(filter(actions));
        var words = new TrailWords(people, names.of(page), times::dated);
        var sessions = titles(page.stream()
                .flatMap(entry -> TrailLine.sessionIds(entry.subjects()).stream())
                .collect(Collectors.<UUID>toSet()));
        page.forEach(entry -> entries.add(new TrailLine(entry, words, sessions, people, times)));
        if (!page.isEmpty()) {
            oldest = page.getLast().position();
        }
        older.setVisible(page.size() == PAGE && url.sample() == null);
        none.setVisible(oldest == null);
        entries.setVisible(oldest != null);
    }

    private List<TrailEntry> page(TrailFilter filter) {
        var number = url.sample();
        if (number == null) {
            return queries.page(filter, oldest, PAGE);
        }
        var drawn = queries.sample(filter, number, SAMPLE);
        sample.drawn(number, drawn.entries().size(), drawn.ofAll());
        return drawn.entries();
    }

    private Map<UUID, SessionLine> titles(Collection<UUID> ids) {
        return worklist.lines(ids).stream().collect(Collectors.toMap(SessionLine::id, line -> line));
    }

    private TrailFilter filter(Set<String> actions) {
        return new TrailFilter(
                url.person(),
                url.record(),
                url.kind() == TrailKind.EVERYTHING ? Set.of() : actions,
                startOf(url.from(), 0),
                startOf(url.to(), 1));
    }

    private @Nullable Instant startOf(@Nullable LocalDate day, int daysLater) {
        return day == null
                ? null
                : day.plusDays(daysLater).atStartOfDay(times.zone()).toInstant();
    }
}
