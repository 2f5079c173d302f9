package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.finding.StandingFinding;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.ui.SiteTimes;

/** What people said about the problems of a session, each with the way to take it back. */
final class SaidLines {

    private final ProblemActs acts;
    private final ProblemWords words;
    private final SiteTimes times;
    private final Function<UUID, String> people;
    private final boolean mayAct;

    SaidLines(ProblemActs acts, ProblemWords words, SiteTimes times, Function<UUID, String> people, boolean mayAct) {
        this.acts = acts;
        this.words = words;
        this.times = times;
        this.people = people;
        this.mayAct = mayAct;
    }

    List<Div> of(UUID session, Situation situation, SessionValues values) {
        var lines = new ArrayList<Div>();
        var aside = situation.aside();
        if (aside != null) {
            lines.add(line(aside(aside), "problem.take-back", () -> acts.takeBack(session)));
        }
        for (var reading : situation.notKnown()) {
            lines.add(line(unknown(reading), "problem.known", () -> acts.known(session, reading)));
        }
        for (var each : situation.dismissed()) {
            var line = line(dismissed(each, values), "problem.restore", () -> acts.restore(each.finding()));
            line.addClassName("quiet");
            lines.add(line);
        }
        return lines;
    }

    private String aside(Problem.Aside aside) {
        String until = times.near(aside.until());
        String person = people.apply(aside.person());
        return aside.note() == null
                ? t("problem.aside.stands", until, person)
                : t("problem.aside.stands-note", until, person, aside.note());
    }

    private static String unknown(SessionField reading) {
        return t("problem.not-known.stands", ProblemWords.field(reading));
    }

    private String dismissed(StandingFinding each, SessionValues values) {
        var by = Objects.requireNonNull(each.dismissed());
        String person = people.apply(by.person());
        String sentence = words.sentence(each.finding(), values);
        return by.reason() == null
                ? t("problem.dismissed", person, sentence)
                : t("problem.dismissed-reason", person, sentence, by.reason());
    }

    private Div line(String said, String key, Runnable back) {
        var line = new Div(new Span(said));
        line.addClassName("finding-acts");
        if (mayAct) {
            var button = new Button(t(key), _ -> back.run());
            button.addThemeVariants(ButtonVariant.TERTIARY);
            line.add(button);
        }
        return line;
    }
}
