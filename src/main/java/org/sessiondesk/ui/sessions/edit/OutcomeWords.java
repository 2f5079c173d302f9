package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.util.Arrays;
import java.util.Optional;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.Locked;
import org.sessiondesk.session.CorrectionOutcome.NotReached;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.Stale;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SettledWords;

/** Says what became of a save: a refusal at its field, in words. */
final class OutcomeWords {

    /** The ways that go on elsewhere. */
    interface Ways {

        void saved(Saved saved);

        void stale();
    }

    private final FieldTable fields;
    private final ReasonChips reason;

    OutcomeWords(FieldTable fields, ReasonChips reason) {
        this.fields = fields;
        this.reason = reason;
    }

    void tell(CorrectionOutcome outcome, Ways ways) {
        switch (outcome) {
            case Saved saved -> ways.saved(saved);
            case Stale _ -> ways.stale();
            case Invalid(var problems) -> problems.reversed().forEach(this::refuse);
            case Locked(var by) -> Notices.problem(SettledWords.says(by));
            case TooLate _, NotReached _ -> Notices.problem(t("sessions.too-late"));
        }
    }

    private void refuse(FieldProblem problem) {
        String words = t("sessions.problem." + problem.problem());
        var field = field(problem.field());
        if (field.isPresent()) {
            fields.refuse(field.get(), words);
        } else if (problem.field().isEmpty()) {
            Notices.problem(words);
        } else {
            reason.refuse(problem.field(), words);
        }
    }

    private static Optional<SessionField> field(String name) {
        return Arrays.stream(SessionField.values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
