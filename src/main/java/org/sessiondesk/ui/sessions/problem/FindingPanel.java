package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.worklist.SessionLine;

/** One problem: its sentence with the session that says otherwise, what was probably meant, and what can be said of it. */
final class FindingPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** What a person does here. */
    interface Ways {

        void open(SessionLine other);

        void use(Finding finding, Suggestion suggestion);

        void dismiss(Finding finding, String sentence);

        void notKnown(SessionField reading);

        void newOdometer(Finding finding);
    }

    private final transient ProblemWords words;
    private final transient SuggestionWords suggestions;
    private final transient SessionValues values;
    private final transient Ways ways;

    FindingPanel(ProblemWords words, SuggestionWords suggestions, SessionValues values, Ways ways) {
        this.words = words;
        this.suggestions = suggestions;
        this.values = values;
        this.ways = ways;
        addClassName("finding");
        getElement().setAttribute("role", "group");
    }

    /** @param more another act, which stands in the same line */
    FindingPanel show(Finding finding, @Nullable SessionLine other, boolean mayAct, @Nullable Component more) {
        boolean error = finding.severity() == Severity.ERROR;
        setClassName("error", error);
        getElement().setAttribute("aria-label", ProblemWords.brief(finding.rule()));
        String sentence = words.sentence(finding, values);
        var sign = new Span(ProblemWords.sign(finding.severity()));
        sign.addClassName(error ? "red" : "amber");
        sign.getElement().setAttribute("role", "img");
        sign.getElement().setAttribute("aria-label", t("problem.severity." + finding.severity()));
        var said = new Div(sign, new Span(sentence));
        said.addClassName("finding-says");
        if (other != null) {
            said.add(link(other));
        }
        add(said);
        suggestions(finding, mayAct);
        if (mayAct) {
            var acts = acts(finding, sentence);
            if (more != null) {
                acts.add(more);
            }
            add(acts);
        }
        return this;
    }

    private Button link(SessionLine other) {
        var link = new Button(words.other(other), _ -> ways.open(other));
        link.setAriaLabel(t("problem.open-other", words.other(other)));
        link.addThemeVariants(ButtonVariant.TERTIARY);
        link.addClassName("finding-other");
        return link;
    }

    private void suggestions(Finding finding, boolean mayAct) {
        var all = finding.suggestions();
        if (all.isEmpty()) {
            return;
        }
        var first = all.getFirst();
        var why = new Div(new Span(suggestions.sentence(first, values)), new Text(" "), sure(first));
        var best = new Div();
        best.addClassName("suggested");
        if (mayAct) {
            var use = new Button(
                    t(SuggestionWords.isAct(first) ? "problem.odometer.ask" : "problem.use"),
                    _ -> ways.use(finding, first));
            use.setTooltipText(t("problem.use-keys"));
            best.add(use);
        }
        best.add(why);
        add(best);
        if (all.size() > 1) {
            add(candidates(finding, all.subList(1, all.size()), mayAct));
        }
    }

    private UnorderedList candidates(Finding finding, List<Suggestion> others, boolean mayAct) {
        var list = new UnorderedList();
        list.addClassName("other-suggestions");
        list.getElement().setAttribute("aria-label", t("problem.others"));
        for (var other : others) {
            String sentence = suggestions.sentence(other, values);
            var item = new ListItem();
            if (mayAct) {
                var use = new Button(suggestions.brief(other, finding.field(), values), _ -> ways.use(finding, other));
                use.addThemeVariants(ButtonVariant.TERTIARY);
                use.setAriaLabel(t("problem.use-other", suggestions.brief(other, finding.field(), values)));
                item.add(use);
            }
            // All of them fit between the same readings: only the cause differs, and the sentence is there to be asked
            // for.
            var cause = new Span(mayAct ? suggestions.cause(other) : sentence);
            cause.setTitle(sentence);
            item.add(new Div(cause, new Text(" "), sure(other)));
            list.add(item);
        }
        return list;
    }

    private static Span sure(Suggestion suggestion) {
        var sure = new Span("· " + Sureness.of(suggestion).words());
        sure.addClassName("sure");
        return sure;
    }

    private Div acts(Finding finding, String sentence) {
        var acts = new Div(act("problem.dismiss", () -> ways.dismiss(finding, sentence)));
        acts.addClassName("finding-acts");
        boolean reading = finding.field() == SessionField.START_MILEAGE || finding.field() == SessionField.END_MILEAGE;
        if (reading && values.get(finding.field()) != null) {
            acts.add(act("problem.not-known", () -> ways.notKnown(finding.field())));
        }
        var distance = values.distance();
        boolean offered = finding.suggestions().stream().anyMatch(SuggestionWords::isAct);
        if (reading && distance != null && distance < 0 && values.vehicle() != null && !offered) {
            acts.add(act("problem.odometer", () -> ways.newOdometer(finding)));
        }
        return acts;
    }

    private static Button act(String key, Runnable act) {
        var button = new Button(t(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
