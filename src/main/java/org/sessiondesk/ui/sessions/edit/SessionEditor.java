package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.deliveries.DeliveryPanel;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.VehicleLine;

/** The editor beside the list: one session, what a person types over it, and what became of a save. */
public final class SessionEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient EditorActs acts;
    private final transient Written written;
    private final boolean mayCorrect;
    private final transient ProblemPanel problems;
    private final EditorBody body;
    private final FieldTable fields;
    private final ReasonChips reason;
    private final EditorFoot foot;
    private final NothingOpen nothing;
    private transient @Nullable SessionDetail open;
    private transient @Nullable Draft draft;
    private transient VehicleLine line = VehicleLine.NONE;

    /**
     * @param sending where the session's delivery is, and what it asks a person to decide
     * @param problems what is wrong with the session, and what was probably meant
     */
    public SessionEditor(
            EditorActs acts,
            Names names,
            Written written,
            Function<UUID, String> people,
            boolean mayCorrect,
            DeliveryPanel sending,
            ProblemPanel problems) {
        this.acts = acts;
        this.written = written;
        this.mayCorrect = mayCorrect;
        this.problems = problems;
        this.body = new EditorBody(acts, names, written, people, sending, problems, this::leave, this::typed);
        this.fields = body.fields();
        this.reason = body.reason();
        this.foot = new EditorFoot(body.sends(), () -> save(false), this::leave, this::takeBackNewest);
        addClassName("editor");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("sessions.editor"));
        this.nothing = new NothingOpen(mayCorrect);
        add(nothing, body, foot);
        body.setReadOnly(!mayCorrect);
        if (mayCorrect) {
            fields.onFocus(this::begin);
            keys();
            problems.onUse(this::take);
        }
        close();
    }

    /** Shows a session; what was typed over another is gone. */
    public void show(SessionDetail detail) {
        body.stale().setVisible(false);
        draw(detail, Draft.of(detail.session().values(), written.times().zone()));
        reason.clear();
    }

    /** Shows newer values of the open session; what was typed stays, and a conflict with it is said. */
    public void update(SessionDetail detail) {
        var typing = draft;
        if (open == null
                || typing == null
                || !open.session().id().equals(detail.session().id())) {
            return;
        }
        boolean moved = open.session().version() != detail.session().version();
        if (moved && dirty()) {
            body.showAround(detail);
            askAboutStale(detail, false);
            return;
        }
        if (dirty()) {
            open = detail;
            line = detail.line();
            body.showAround(detail);
            typed();
        } else {
            draw(detail, Draft.of(detail.session().values(), written.times().zone()));
        }
    }

    /** Shows what is wrong with the open session now; what was typed stays. */
    public void refreshProblems() {
        if (open != null) {
            body.showProblems(open);
        }
    }

    /** Shows the form of a session to be added on a day. */
    public void add(LocalDate day) {
        open = null;
        body.stale().setVisible(false);
        body.setVisible(true);
        nothing.setVisible(false);
        draft = Draft.adding(day, written.times().zone());
        line = VehicleLine.NONE;
        body.adding(draft);
        reason.clear();
        typed();
        fields.focus(SessionField.DRIVER);
    }

    /** Shows nothing. */
    public void close() {
        open = null;
        draft = null;
        problems.clear();
        body.setVisible(false);
        nothing.setVisible(true);
        buttons();
    }

    /** Puts the cursor where the work is. */
    public void focusWork() {
        var mark = open == null ? null : open.mark();
        fields.focus(problems.work()
                .orElse(
                        mark == Mark.LOG_OUT_MISSING
                                ? SessionField.LOG_OUT
                                : mark == Mark.ODOMETER_BACKWARDS ? SessionField.END_MILEAGE : SessionField.LOG_IN));
    }

    /** The session shown; null for none, or one to be added. */
    public @Nullable UUID session() {
        return open == null ? null : open.session().id();
    }

    /** Whether something was typed that a save would keep. */
    public boolean dirty() {
        return draft != null && (!draft.touched().isEmpty() || reason.typed());
    }

    /** Says who else is at work on it; null for nobody. */
    public void showOthers(@Nullable String who) {
        body.showOthers(who);
    }

    /** Does it at once if nothing was typed, else after asking. */
    public void leaving(Runnable onward) {
        if (!dirty()) {
            onward.run();
            return;
        }
        new DiscardDialog(() -> {
                    forget();
                    onward.run();
                })
                .open();
    }

    private void draw(SessionDetail detail, Draft newDraft) {
        open = detail;
        draft = newDraft;
        body.setVisible(true);
        nothing.setVisible(false);
        line = detail.line();
        body.show(detail, newDraft);
        typed();
    }

    /** Puts a suggestion into the fields, for the person to look at and save. */
    private void take(Proposal proposal) {
        if (draft != null && mayCorrect) {
            begin();
            reason.prefill(proposal.reason());
            fields.take(proposal.values());
            fields.focus(Collections.min(proposal.values().keySet()));
        }
    }

    private void begin() {
        if (open != null) {
            acts.editing(open.session().id());
        }
    }

    private void typed() {
        var typing = draft;
        if (typing == null) {
            return;
        }
        var values = typing.values();
        boolean moved = !Objects.equals(values.vehicle(), typing.base().vehicle())
                || !Objects.equals(values.logIn(), typing.base().logIn());
        if (moved && values.vehicle() != null && values.logIn() != null) {
            line = acts.neighbours(values.vehicle(), values.logIn(), session());
        }
        body.show(typing, line);
        buttons();
    }

    private void buttons() {
        foot.show(mayCorrect && draft != null, open == null ? null : open.undoable());
    }

    private void save(boolean next) {
        var typing = draft;
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

    private void send(Draft typing, boolean next) {
        var why = Objects.requireNonNull(reason.reason());
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
                SessionEditor.this.saved(saved, typing.adding(), next);
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
        forget();
        var detail = acts.detail(saved.session());
        detail.ifPresent(now -> {
            String who = now.driver() == null
                    ? t("sessions.no-driver")
                    : now.driver().split(",", 2)[0];
            foot.saved(
                    t("sessions.saved", who),
                    now.leavesAt(),
                    written.now(),
                    saved.correction(),
                    () -> takeBack(saved.session(), saved.correction()));
            show(now);
        });
        if (wasAdded) {
            acts.added(saved.session());
        }
        if (next) {
            acts.openNext();
        }
    }

    private void takeBackNewest() {
        if (open != null && open.undoable() != null) {
            takeBack(open.session().id(), open.undoable());
        }
    }

    private void takeBack(UUID session, UUID correction) {
        boolean done = acts.apply(new SessionCommand.Undo(session, correction)) instanceof Saved;
        foot.say(t(done ? "sessions.undone" : "sessions.undo-too-late"));
        if (open != null && open.session().id().equals(session)) {
            acts.detail(session).ifPresentOrElse(this::show, this::close);
        }
    }

    /** Theirs and mine side by side; mine is saved again on their version, or given up. */
    private void askAboutStale(SessionDetail theirs, boolean afterSave) {
        var mine = Objects.requireNonNull(draft);
        body.stale()
                .show(
                        theirs.session().values(),
                        mine,
                        afterSave,
                        () -> {
                            draw(theirs, mine.over(theirs.session().values()));
                            save(false);
                        },
                        () -> {
                            forget();
                            show(theirs);
                            focusWork();
                        });
    }

    private void leave() {
        leaving(() -> {
            forget();
            if (open == null) {
                close();
            } else {
                draw(open, Draft.of(open.session().values(), written.times().zone()));
            }
            acts.backToList();
        });
    }

    private void forget() {
        reason.clear();
        body.stale().setVisible(false);
        acts.editing(null);
        draft = open == null
                ? null
                : Draft.of(open.session().values(), written.times().zone());
    }

    private void keys() {
        Shortcuts.addShortcutListener(this, () -> save(true), Key.ENTER, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, () -> save(false), Key.KEY_S, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, problems::useFirst, Key.ENTER, KeyModifier.ALT)
                .resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, this::leave, Key.ESCAPE).listenOn(this);
    }
}
