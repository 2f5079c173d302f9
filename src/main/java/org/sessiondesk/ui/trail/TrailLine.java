package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.account.People;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worklist.SessionLine;

/** One entry of the history: when, who, what, to which record, and the details below. */
final class TrailLine extends ListItem {

    private static final long serialVersionUID = 1L;

    /** More records than this are counted, not linked. */
    private static final int MOST_LINKS = 3;

    static final String VEHICLE = "vehicle";
    static final String TOKEN = "token";
    private static final String DRIVER = "driver";
    private static final Set<String> NAMED = Set.of("session", "account", VEHICLE, TOKEN);

    TrailLine(TrailEntry entry, TrailWords words, Map<UUID, SessionLine> titles, People people, SiteTimes times) {
        addClassName("trail-entry");
        Span when = new Span(times.dated(entry.at()));
        when.addClassName("trail-when");
        when.setTitle(t("trail.position", entry.position(), entry.at()));
        Span who = new Span(words.who(entry.actor()));
        who.addClassName("trail-who");
        Div what = new Div(new Span(TrailWords.what(entry.action())));
        what.addClassName("trail-what");
        subjects(entry.subjects(), words, titles, people, times).forEach(what::add);
        Div details = new Div();
        details.addClassName("trail-details");
        words.lines(entry).forEach(line -> details.add(new Div(line)));
        add(when, who, what, details);
    }

    private static List<Component> subjects(
            List<Subject> subjects, TrailWords words, Map<UUID, SessionLine> titles, People people, SiteTimes times) {
        // A driver's day is told by its driver; the sessions in it are found by its address.
        boolean day = subjects.stream().anyMatch(subject -> subject.kind().equals(DRIVER));
        var shown = subjects.stream()
                .filter(subject -> day ? subject.kind().equals(DRIVER) : NAMED.contains(subject.kind()))
                .toList();
        if (shown.size() > MOST_LINKS) {
            return List.of(new Span(t("trail.sessions", shown.size())));
        }
        return shown.stream()
                .<Component>map(subject -> switch (subject.kind()) {
                    case DRIVER -> new Span(words.driver(subject.id()));
                    case VEHICLE -> new Anchor("vehicles/" + subject.id(), words.vehicle(subject.id()));
                    case TOKEN -> new Span(t("trail.token", words.token(subject.id())));
                    default -> link(subject, titles, people, times);
                })
                .toList();
    }

    private static Component link(Subject subject, Map<UUID, SessionLine> titles, People people, SiteTimes times) {
        String name = subjectName(subject, titles, people, times);
        return subject.kind().equals("session") ? new Anchor("sessions/" + subject.id(), name) : new Span(name);
    }

    /** What a person calls the record. */
    static String subjectName(Subject subject, Map<UUID, SessionLine> titles, People people, SiteTimes times) {
        String shortId = subject.id().substring(0, Math.min(8, subject.id().length()));
        return switch (subject.kind()) {
            case "session" -> {
                var title = sessionIds(List.of(subject)).stream()
                        .findFirst()
                        .map(titles::get)
                        .orElse(null);
                if (title == null) {
                    yield t("trail.session", shortId);
                }
                String driver = title.driver() == null ? shortId : title.driver();
                yield title.logIn() == null ? driver : t("trail.session-of", driver, times.dated(title.logIn()));
            }
            case "account" ->
                uuid(subject.id()).stream().findFirst().map(people::name).orElse(shortId);
            default -> t("trail.record-of-kind", subject.kind(), shortId);
        };
    }

    static List<UUID> sessionIds(List<Subject> subjects) {
        var ids = new ArrayList<UUID>();
        for (var subject : subjects) {
            if (subject.kind().equals("session") && subjects.size() <= MOST_LINKS + 2) {
                ids.addAll(uuid(subject.id()));
            }
        }
        return ids;
    }

    private static List<UUID> uuid(String text) {
        try {
            return List.of(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return List.of();
        }
    }
}
