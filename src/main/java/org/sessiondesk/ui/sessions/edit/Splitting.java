package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.Locked;
import org.sessiondesk.session.CorrectionOutcome.NotReached;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.Stale;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.worklist.SessionDetail;

/** Splits the open session in two, and takes that back: both parts or neither. */
final class Splitting {

    private final SessionEditor editor;
    private final EditorActs acts;
    private final Names names;
    private final Written written;
    private final Supplier<EditorFoot> foot;

    Splitting(SessionEditor editor, EditorActs acts, Names names, Written written, Supplier<EditorFoot> foot) {
        this.editor = editor;
        this.acts = acts;
        this.names = names;
        this.written = written;
        this.foot = foot;
    }

    /** What was typed over the session is no part of a split: it is given up first, after asking. */
    void ask(UUID session) {
        editor.leaving(() -> acts.detail(session).ifPresent(now -> {
            editor.show(now);
            ask(now);
        }));
    }

    private void ask(SessionDetail open) {
        var session = open.session();
        // Asked again because nobody could say what became of it, it adds no second session.
        var request = UUID.randomUUID();
        var fields = new SplitFields(
                session.values(), names, written, (vehicle, at) -> acts.neighbours(vehicle, at, session.id()));
        new SplitDialog(
                        fields,
                        new SplitWords(names, written),
                        (plan, reason, note) ->
                                split(open, plan.commands(session.id(), session.version(), reason, note, request)))
                .open();
    }

    private Optional<Invalid> split(SessionDetail open, List<SessionCommand> commands) {
        var outcomes = acts.apply(commands);
        var refused = outcomes.stream()
                .filter(outcome -> !(outcome instanceof NotReached))
                .findFirst()
                .orElseThrow();
        return switch (refused) {
            case Saved kept -> {
                saved(open, kept, (Saved) outcomes.getLast());
                yield Optional.empty();
            }
            case Invalid invalid -> Optional.of(invalid);
            case Locked(var by) -> {
                Notices.problem(SettledWords.says(by));
                // What was typed stays: the day may be opened again meanwhile.
                yield Optional.of(new Invalid(List.of()));
            }
            case Stale _, TooLate _, NotReached _ -> {
                Notices.problem(t("sessions.too-late"));
                acts.detail(open.session().id()).ifPresent(editor::show);
                yield Optional.empty();
            }
        };
    }

    private void saved(SessionDetail open, Saved kept, Saved added) {
        acts.detail(kept.session()).ifPresent(now -> {
            String who = open.driver() == null
                    ? t("sessions.no-driver")
                    : open.driver().split(",", 2)[0];
            foot.get()
                    .saved(
                            t("sessions.split.done", who),
                            now.leavesAt(),
                            written.now(),
                            kept,
                            () -> takeBack(kept.session(), kept.correction(), added.session(), added.correction()),
                            // Reverted alone, its first part would last over the second.
                            null);
            editor.show(now);
        });
    }

    /** Takes back both parts of the split that a correction belongs to; whether it belongs to one. */
    boolean takeBack(SessionDetail open, @Nullable UUID correction) {
        var split = open.splits().stream()
                .filter(each -> each.correction().equals(correction))
                .findFirst();
        split.ifPresent(each -> takeBack(open.session().id(), each.correction(), each.other(), each.otherCorrection()));
        return split.isPresent();
    }

    private void takeBack(UUID session, UUID correction, UUID other, UUID otherCorrection) {
        var outcomes = acts.apply(
                List.of(new SessionCommand.Undo(session, correction), new SessionCommand.Undo(other, otherCorrection)));
        boolean done = outcomes.stream().allMatch(Saved.class::isInstance);
        foot.get().say(t(done ? "sessions.split.undone" : "sessions.undo-too-late"));
        var shown = editor.session();
        if (shown != null && (session.equals(shown) || other.equals(shown))) {
            acts.detail(shown).ifPresentOrElse(editor::show, editor::close);
        }
    }
}
