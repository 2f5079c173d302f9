package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.util.Objects;
import java.util.UUID;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.worklist.SessionDetail;

/** Saves what is typed in the editor and takes it back; of two who typed at once it asks the second. */
final class Saving {

    private final SessionEditor editor;
    private final EditorActs acts;
    private final Written written;
    private final FieldTable fields;
    private final ReasonChips reason;
    private final StalePanel stale;
    private final EditorFoot foot;

    Saving(SessionEditor editor, EditorActs acts, Written written, EditorBody body) {
        this.editor = editor;
        this.acts = acts;
        this.written = written;
        this.fields = body.fields();
        this.reason = body.reason();
        this.stale = body.stale();
        this.foot = new EditorFoot(body.sends(), () -> save(false), editor::leave, this::takeBackNewest);
    }

    EditorFoot foot() {
        return foot;
    }

    /** @param next whether to go on with the next problem or row afterwards */
    void save(boolean next) {
        var typing = editor.draft();
        if (typing == null || fields.showAllTroubles()) {
            return;
        }
        if (typing.changed().isEmpty() && !typing.adding()) {
            foot.say(t("sessions.nothing-changed"));
            if (next) {
                acts.openNext();
            }
            return;
        }
        if (reason.complete()) {
            send(typing, next);
        }
    }

    void takeBackNewest() {
        var open = editor.open();
        if (open != null && open.undoable() != null) {
            takeBack(open.session().id(), open.undoable());
        }
    }

    /** Theirs and mine side by side; mine is saved again on their version, or given up. */
    void askAboutStale(SessionDetail theirs, boolean afterSave) {
        var mine = Objects.requireNonNull(editor.draft());
        stale.show(
                theirs.session().values(),
                mine,
                afterSave,
                () -> {
                    editor.draw(theirs, mine.over(theirs.session().values()));
                    save(false);
                },
                () -> {
                    editor.forget();
                    editor.show(theirs);
                    editor.focusWork();
                });
    }

    private void send(Draft typing, boolean next) {
        var why = Objects.requireNonNull(reason.reason());
        var open = editor.open();
        SessionCommand command = open == null
                ? new SessionCommand.Create(typing.values(), why, reason.note(), typing.request())
                : new SessionCommand.Correct(
                        open.session().id(),
                        open.session().version(),
                        typing.values(),
                        typing.changed(),
                        why,
                        reason.note());
        new OutcomeWords(fields, reason).tell(acts.apply(command), new OutcomeWords.Ways() {
            @Override
            public void saved(Saved saved) {
                Saving.this.saved(saved, typing.adding(), next);
            }

            @Override
            public void stale() {
                if (open != null) {
                    acts.detail(open.session().id()).ifPresent(theirs -> askAboutStale(theirs, true));
                }
            }
        });
    }

    private void saved(Saved saved, boolean wasAdded, boolean next) {
        editor.forget();
        acts.detail(saved.session()).ifPresent(now -> {
            String who = now.driver() == null
                    ? t("sessions.no-driver")
                    : now.driver().split(",", 2)[0];
            foot.saved(
                    t("sessions.saved", who),
                    now.leavesAt(),
                    written.now(),
                    saved,
                    () -> takeBack(saved.session(), saved.correction()));
            editor.show(now);
        });
        if (wasAdded) {
            acts.added(saved.session());
        }
        if (next) {
            acts.openNext();
        }
    }

    private void takeBack(UUID session, UUID correction) {
        boolean done = acts.apply(new SessionCommand.Undo(session, correction)) instanceof Saved;
        foot.say(t(done ? "sessions.undone" : "sessions.undo-too-late"));
        if (session.equals(editor.session())) {
            acts.detail(session).ifPresentOrElse(editor::show, editor::close);
        }
    }
}
