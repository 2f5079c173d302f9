package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.worklist.SessionDetail;

/** Saves what is typed in the editor and takes it back; of two who typed at once it asks the second. */
final class Saving {

    private final SessionEditor editor;
    private final EditorActs acts;
    private final FieldTable fields;
    private final ReasonChips reason;
    private final StalePanel stale;
    private final WholeActs whole;
    private final Reverting reverting;
    private final EditorFoot foot;

    Saving(SessionEditor editor, EditorActs acts, Names names, Written written, EditorBody body) {
        this.editor = editor;
        this.acts = acts;
        this.fields = body.fields();
        this.reason = body.reason();
        this.stale = body.stale();
        this.whole = new WholeActs(editor, acts, names, written, this::foot);
        this.reverting = new Reverting(editor, acts, written, this::foot);
        this.foot = new EditorFoot(body.sends(), whole.menu(), () -> save(false), editor::leave, this::takeBackNewest);
    }

    /** Says what can be done now. */
    void showButtons(boolean editable) {
        var open = editor.open();
        whole.show(open);
        foot.show(editable, open);
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
        var undoable = open == null ? null : open.takeBacks().undoable();
        if (open != null && undoable != null && !whole.takeBackSplit(open, undoable)) {
            reverting.undo(open.session().id(), undoable);
        }
    }

    /** Takes back an earlier correction of the session that is open. */
    void revert(UUID correction) {
        var session = editor.session();
        if (session != null) {
            reverting.revert(session, correction);
        }
    }

    /** As {@link SessionEditor#refreshSaved}. */
    void refreshSaved(Predicate<UUID> concerned) {
        reverting.look(concerned);
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
            reverting.saved(t("sessions.saved", who), now, saved);
            editor.show(now);
        });
        if (wasAdded) {
            acts.added(saved.session());
        }
        if (next) {
            acts.openNext();
        }
    }
}
