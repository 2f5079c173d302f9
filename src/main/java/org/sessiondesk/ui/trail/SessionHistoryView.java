package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.account.TokenNames;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.Worklist;

/** The whole history of one session as a paper: what its driver entered, who changed what and why, and where the trail says so. */
@Route("sessions/:session/history")
@StyleSheet("context://desk/paper.css")
@StyleSheet("context://desk/print.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class SessionHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Worklist worklist;
    private final transient AuditQueries queries;
    private final transient People people;
    private final transient RosterNames names;
    private final transient SiteTimes times;
    private final transient InstantSource clock;

    SessionHistoryView(
            Worklist worklist,
            AuditQueries queries,
            People people,
            Roster roster,
            TokenNames tokens,
            SiteTimes times,
            InstantSource clock) {
        this.worklist = worklist;
        this.queries = queries;
        this.people = people;
        this.names = new RosterNames(roster, tokens);
        this.times = times;
        this.clock = clock;
        addClassNames("screen", "paper");
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("paper.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var detail =
                event.getRouteParameters().get("session").flatMap(this::find).orElseThrow(NotFoundException::new);
        removeAll();
        show(detail);
    }

    private Optional<SessionDetail> find(String id) {
        try {
            return worklist.detail(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void show(SessionDetail detail) {
        var session = detail.session();
        var values = session.values();
        var print = new Button(t("paper.print"));
        print.addClickListener(_ -> print.getElement().executeJs("window.print()"));
        var acts = new Div(new Anchor("sessions/" + session.id(), t("paper.back")), print);
        acts.addClassName("paper-acts");
        var head = new Div(new H1(t("paper.title")), acts);
        head.addClassName("screen-head");
        add(head);
        add(new Paragraph(t(
                "paper.whose",
                detail.driver() == null ? t("sessions.no-driver") : detail.driver(),
                detail.vehicle() == null ? t("sessions.no-vehicle") : detail.vehicle(),
                value(SessionField.LOG_IN, values.logIn()))));
        var ids = new Paragraph(
                t("paper.ids", session.ontimeId() == null ? t("sessions.none") : session.ontimeId(), session.id()));
        ids.addClassName("quiet");
        add(ids);
        add(new H2(t("paper.values")), PaperTable.values(session, this::value));
        add(new H2(t("paper.entries")), entries(session.id()));
        var end = queries.end();
        var foot = new Paragraph(t(
                "paper.foot",
                times.editor(clock.instant()),
                times.zoneName(),
                people.name(SignedIn.now().id()),
                end.entries(),
                end.chain()));
        foot.addClassNames("quiet", "paper-foot");
        add(foot);
    }

    private String value(SessionField field, @Nullable Object value) {
        return switch (value) {
            case null -> t("sessions.empty");
            case Instant at -> times.editor(at);
            case LogInType type -> t("sessions.type." + type);
            case Integer mileage -> String.format(Locale.US, "%,d", mileage);
            case UUID id ->
                field == SessionField.VEHICLE
                        ? worklist.vehicle(id).name()
                        : worklist.driver(id).name();
            default -> value.toString();
        };
    }

    /** The oldest first: as it happened. */
    private Div entries(UUID session) {
        var found = queries.history(new Subject("session", session.toString()), AuditQueries.LARGEST_PAGE);
        var words = new TrailWords(people, names.of(found), times::editor);
        var rows = found.reversed().stream()
                .map(entry -> OwnChanges.of(session, entry))
                .map(entry -> row(entry, words))
                .toList();
        var table = new Div(PaperTable.of(
                t("paper.entries"),
                List.of(t("paper.entry"), t("paper.when"), t("paper.who"), t("paper.what"), t("paper.details")),
                rows));
        table.addClassName("paper-entries");
        if (found.size() == AuditQueries.LARGEST_PAGE) {
            table.add(new Paragraph(t("paper.only-newest", AuditQueries.LARGEST_PAGE)));
        }
        return table;
    }

    private List<String> row(TrailEntry entry, TrailWords words) {
        return List.of(
                String.valueOf(entry.position()),
                times.editor(entry.at()),
                words.who(entry.actor()),
                TrailWords.what(entry.action()),
                String.join("\n", words.lines(entry)));
    }
}
