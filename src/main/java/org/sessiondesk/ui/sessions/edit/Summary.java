package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.worklist.VehicleLine;

/** What the typed values come to: duration and distance, what is unusual, and what a save would send. */
final class Summary extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Names names;
    private final transient Written written;
    private transient Warnings warnings;
    private final Span measures = new Span();
    private final Div said = new Div();
    private final Div sends = new Div();

    Summary(Names names, Written written) {
        this.names = names;
        this.written = written;
        this.warnings = new Warnings(written.limits());
        addClassName("summary");
        said.addClassName("warnings");
        said.getElement().setAttribute("role", "status");
        sends.addClassName("save-sends");
        sends.getElement().setAttribute("role", "status");
        add(measures, said);
    }

    /** "Save sends: …", which stands beside the button. */
    Div sends() {
        return sends;
    }

    /** Another session is shown: the limits may be others by now. */
    void begin() {
        warnings = new Warnings(written.limits());
    }

    void show(Draft draft, VehicleLine line) {
        var values = draft.values();
        measures.setText(measures(values));
        said.removeAll();
        for (var phrase : warnings.about(values, line)) {
            said.add(new Div("△ " + t(phrase.key(), gaps(phrase))));
        }
        sends.setText(draft.changed().isEmpty() ? "" : t("sessions.save-sends", sent(draft, values)));
    }

    private String measures(SessionValues values) {
        String duration = written.duration(values.logIn(), values.logOut());
        String distance = written.distance(values.distance());
        return t(
                "sessions.measures",
                duration.isEmpty() ? t("sessions.none") : duration,
                distance.isEmpty() ? t("sessions.none") : distance);
    }

    private Object[] gaps(Phrase phrase) {
        return phrase.gaps().stream()
                .map(gap -> gap instanceof Long distance ? distanceOrHours(phrase, distance) : gap)
                .toArray();
    }

    private Object distanceOrHours(Phrase phrase, Long number) {
        return phrase.key().endsWith(".long") ? written.duration(Duration.ofMinutes(number)) : written.distance(number);
    }

    private String sent(Draft draft, SessionValues values) {
        return draft.changed().stream()
                .map(field -> draft.adding()
                        ? t(
                                "sessions.save-sends.new",
                                t("sessions.field." + field),
                                word(field, values.get(field), values))
                        : t(
                                "sessions.save-sends.field",
                                t("sessions.field." + field),
                                word(field, values.get(field), values),
                                word(field, draft.base().get(field), values)))
                .collect(Collectors.joining(" · "));
    }

    private String word(SessionField field, @Nullable Object value, SessionValues values) {
        return switch (value) {
            case UUID id -> names.either(id);
            case Instant at
            when field == SessionField.LOG_OUT && sameDay(at, values.logIn()) ->
                written.times().clock(at);
            case null, default -> written.value(value);
        };
    }

    private boolean sameDay(Instant at, @Nullable Instant other) {
        var zone = written.times().zone();
        return other != null && LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(other, zone));
    }
}
