package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.deliveries.DeliveryPanel;
import org.sessiondesk.ui.settled.SettledDesk;
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
    private final transient Saving saving;
    private final NothingOpen nothing;
    private final SettledPanel settled;
    private boolean editable;
    private final transient LeavingPage page = new LeavingPage(this);
    private transient @Nullable SessionDetail open;
    private transient @Nullable Draft draft;

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
            SettledDesk settled,
            DeliveryPanel sending,
            ProblemPanel problems) {
        this.acts = acts;
        this.written = written;
        this.mayCorrect = mayCorrect;
        this.problems = problems;
        this.body =
                new EditorBody(acts, names, written, people, sending, problems, this::leave, this::begin, this::typed);
        this.fields = body.fields();
        this.reason = body.reason();
        this.saving = new Saving(this, acts, names, written, body);
        this.settled = new SettledPanel(settled, mayCorrect, this::again);
        body.addComponentAtIndex(1, this.settled);
        addClassName("editor");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("sessions.editor"));
        this.nothing = new NothingOpen(mayCorrect);
        add(nothing, body, saving.foot());
        body.setReadOnly(!mayCorrect);
        if (mayCorrect) {
            EditorKeys.of(this, saving, problems);
            problems.onUse(this::take);
            body.onRevert(saving::revert);
        }
        problems.onSettled(this::focusWork);
        showNothing();
    }

    /** Shows a session; what was typed over another is gone. */
    public void show(SessionDetail detail) {
        body.stale().setVisible(false);
        draw(detail, untouched(detail));
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
        if (!dirty()) {
            draw(detail, untouched(detail));
            return;
        }
        body.showAround(detail);
        if (open.session().version() != detail.session().version()) {
            saving.askAboutStale(detail, false);
        } else {
            open = detail;
            typed();
        }
    }

    /** Shows whether the open session can be changed now; what was typed stays. */
    public void refreshSettled() {
        editable = settled.show(open) && mayCorrect;
        body.setReadOnly(!editable);
        buttons();
    }

    private void again() {
        if (open != null) {
            acts.detail(open.session().id()).ifPresent(this::update);
            refreshSettled();
        }
    }

    /** Shows what is wrong with the open session now; what was typed stays. */
    public void refreshProblems() {
        if (open != null) {
            body.showProblems(open);
        }
    }

    /** Shows what can be taken back of what was saved last, where that is of one of these sessions and isn't open. */
    public void refreshSaved(Predicate<UUID> concerned) {
        saving.refreshSaved(concerned);
    }

    /** Shows the form of a session to be added on a day. */
    public void add(LocalDate day) {
        open = null;
        body.stale().setVisible(false);
        body.setVisible(true);
        nothing.setVisible(false);
        refreshSettled();
        draft = Draft.adding(day, written.times().zone());
        body.adding(draft);
        reason.clear();
        typed();
        fields.focus(SessionField.DRIVER);
    }

    /** Shows nothing; nobody works on what was shown. */
    public void close() {
        acts.editing(null);
        showNothing();
    }

    private void showNothing() {
        open = null;
        draft = null;
        problems.clear();
        body.setVisible(false);
        nothing.setVisible(true);
        buttons();
    }

    /** Puts the cursor where the work is: that begins here. */
    public void focusWork() {
        if (draft != null) {
            begin();
            body.focusWork(open == null ? null : open.mark());
        }
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
        leaving(onward, () -> {});
    }

    /** @param stay what is done instead by one who goes on typing */
    public void leaving(Runnable onward, Runnable stay) {
        if (dirty()) {
            Runnable discard = () -> {
                forget();
                onward.run();
            };
            new DiscardDialog(discard, stay).open();
        } else {
            onward.run();
        }
    }

    @Nullable
    SessionDetail open() {
        return open;
    }

    @Nullable
    Draft draft() {
        return draft;
    }

    /** Shows a session with what was typed over it. */
    void draw(SessionDetail detail, Draft newDraft) {
        open = detail;
        draft = newDraft;
        body.setVisible(true);
        nothing.setVisible(false);
        body.show(detail, newDraft);
        refreshSettled();
        typed();
    }

    /** Puts a suggestion into the fields, for the person to look at and save. */
    private void take(Proposal proposal) {
        if (draft != null && editable) {
            begin();
            reason.choose(proposal.reason());
            fields.take(proposal);
            fields.focus(Collections.min(proposal.values().keySet()));
        }
    }

    /** Chooses a reason for what is typed. */
    void because(Reason why) {
        if (draft != null) {
            begin();
            reason.choose(why);
        }
    }

    private void begin() {
        if (open != null && editable) {
            acts.editing(open.session().id());
        }
    }

    private void typed() {
        if (draft != null) {
            body.show(draft, line(draft));
            buttons();
        }
    }

    private VehicleLine line(Draft typing) {
        var values = typing.values();
        boolean moved = !Objects.equals(values.vehicle(), typing.base().vehicle())
                || !Objects.equals(values.logIn(), typing.base().logIn());
        if (moved && values.vehicle() != null && values.logIn() != null) {
            return acts.neighbours(values.vehicle(), values.logIn(), session());
        }
        return open == null ? VehicleLine.NONE : open.line();
    }

    private void buttons() {
        page.loses(dirty());
        saving.showButtons(editable && draft != null);
    }

    /** Gives up what was typed, after asking. */
    void leave() {
        leaving(() -> {
            forget();
            if (open == null) {
                close();
            } else {
                draw(open, untouched(open));
            }
            acts.backToList();
        });
    }

    /** Gives up what was typed. */
    void forget() {
        reason.clear();
        body.stale().setVisible(false);
        draft = open == null ? null : untouched(open);
    }

    private Draft untouched(SessionDetail detail) {
        return Draft.of(detail.session().values(), written.times().zone());
    }
}
