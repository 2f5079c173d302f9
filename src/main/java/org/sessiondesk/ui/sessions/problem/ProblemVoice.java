package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.session.SessionValues;

/** Reads out what the box says: it changes by itself, too, and while the cursor stands in a field. */
final class ProblemVoice extends Span {

    private static final long serialVersionUID = 1L;

    private final transient ProblemWords words;
    private final transient SuggestionWords suggestions;
    private @Nullable UUID wrong;

    ProblemVoice(ProblemWords words, SuggestionWords suggestions) {
        this.words = words;
        this.suggestions = suggestions;
        addClassName("unseen");
        getElement().setAttribute("role", "status");
    }

    /** Each problem with what was probably meant; of one that has none any more, just that. */
    void say(UUID session, Situation situation, SessionValues values) {
        var open = situation.open();
        if (!open.isEmpty()) {
            wrong = session;
            setText(open.stream().map(each -> said(each.finding(), values)).collect(Collectors.joining(" ")));
        } else if (session.equals(wrong)) {
            setText(t("problem.settled"));
        } else {
            clear();
        }
    }

    void clear() {
        wrong = null;
        setText("");
    }

    private String said(Finding finding, SessionValues values) {
        String sentence = words.sentence(finding, values);
        if (finding.suggestions().isEmpty()) {
            return sentence;
        }
        var best = finding.suggestions().getFirst();
        return t(
                "problem.suggested",
                sentence,
                suggestions.sentence(best, values),
                Sureness.of(best).words());
    }
}
