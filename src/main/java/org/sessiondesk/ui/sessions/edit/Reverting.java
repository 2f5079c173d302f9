package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
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

/** Takes corrections back: by Undo before they leave, by Revert afterwards, which is sent and can be undone itself. */
final class Reverting {

    private final SessionEditor editor;
    private final EditorActs acts;
    private final Written written;
    private final Supplier<EditorFoot> foot;

    Reverting(SessionEditor editor, EditorActs acts, Written written, Supplier<EditorFoot> foot) {
        this.editor = editor;
        this.acts = acts;
        this.written = written;
        this.foot = foot;
    }

    /** Says what was saved of a session, and offers to take that back, now or later. */
    void saved(String words, SessionDetail now, Saved saved) {
        foot.get()
                .saved(
                        words,
                        now.leavesAt(),
                        written.now(),
                        saved,
                        () -> undo(saved.session(), saved.correction()),
                        () -> revert(saved.session(), saved.correction()));
    }

    /** What was typed over the session is given up first, after asking. */
    void undo(UUID session, UUID correction) {
        asking(session, () -> undone(session, correction));
    }

    private void undone(UUID session, UUID correction) {
        boolean done = acts.apply(new SessionCommand.Undo(session, correction)) instanceof Saved;
        var now = acts.detail(session);
        boolean left = now.filter(detail -> detail.takeBacks().revertible().contains(correction))
                .isPresent();
        if (left && !done) {
            foot.get().left(t("sessions.undo-left"), session, correction, () -> revert(session, correction));
        } else {
            foot.get().say(t(done ? "sessions.undone" : "sessions.undo-too-late"));
        }
        if (session.equals(editor.session())) {
            now.ifPresentOrElse(editor::show, editor::close);
        }
    }

    /** As {@link #undo}. */
    void revert(UUID session, UUID correction) {
        var open = editor.open();
        var seen = open != null && session.equals(open.session().id()) ? Optional.of(open) : acts.detail(session);
        seen.ifPresent(detail -> asking(session, () -> revert(detail, correction)));
    }

    private void asking(UUID session, Runnable act) {
        if (session.equals(editor.session())) {
            editor.leaving(act);
        } else {
            act.run();
        }
    }

    /** What was saved last of a session that isn't open any more may have left. */
    void look(Predicate<UUID> concerned) {
        var session = foot.get().offeredOf();
        if (session != null && !session.equals(editor.session()) && concerned.test(session)) {
            acts.detail(session).ifPresent(now -> foot.get().follow(now.takeBacks()));
        }
    }

    private void revert(SessionDetail seen, UUID correction) {
        var session = seen.session();
        switch (acts.apply(new SessionCommand.Revert(session.id(), session.version(), correction))) {
            case Saved saved ->
                acts.detail(session.id()).ifPresent(now -> {
                    saved(t("sessions.reverted"), now, saved);
                    show(now);
                    // The button that was pressed is no more.
                    foot.get().focusSaved();
                });
            case Locked(var by) -> refused(session.id(), SettledWords.says(by));
            case Invalid(var problems) -> refused(session.id(), says(problems));
            case Stale _, TooLate _, NotReached _ -> refused(session.id(), t("sessions.revert.too-late"));
        }
    }

    private void refused(UUID session, String words) {
        Notices.problem(words);
        acts.detail(session).ifPresent(this::show);
    }

    private void show(SessionDetail now) {
        if (now.session().id().equals(editor.session())) {
            editor.show(now);
        }
    }

    private static String says(List<FieldProblem> problems) {
        var first = problems.getFirst();
        return t(
                "sessions.revert.impossible",
                t("sessions.field." + first.field()),
                t("sessions.problem." + first.problem()));
    }
}
