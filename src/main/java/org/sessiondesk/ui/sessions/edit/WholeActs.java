package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.worklist.SessionDetail;

/** What is done to a session as a whole, from the menu ⋯: split in two, left out of totals, and counted again. */
final class WholeActs {

    private final SessionEditor editor;
    private final EditorActs acts;
    private final Written written;
    private final Supplier<EditorFoot> foot;
    private final MenuBar menu = new MenuBar();
    private final Splitting splitting;
    private final MenuItem split;
    private final MenuItem leaveOut;
    private final MenuItem countAgain;

    WholeActs(SessionEditor editor, EditorActs acts, Names names, Written written, Supplier<EditorFoot> foot) {
        this.editor = editor;
        this.acts = acts;
        this.written = written;
        this.foot = foot;
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.addClassName("more-acts");
        var more = menu.addItem("⋯");
        more.setAriaLabel(t("sessions.more"));
        var items = more.getSubMenu();
        this.splitting = new Splitting(editor, acts, names, written, foot);
        split = items.addItem(t("sessions.split.menu"), _ -> split());
        leaveOut = items.addItem(t("sessions.leave-out.menu"), _ -> askToLeaveOut());
        countAgain = items.addItem(t("sessions.count-again"), _ -> countAgain());
    }

    Component menu() {
        return menu;
    }

    /** What there is to do with the session that is open; nothing with one that isn't saved yet. */
    void show(@Nullable SessionDetail open) {
        boolean out = open != null && open.session().leftOutAt() != null;
        menu.setVisible(open != null);
        split.setVisible(open != null && open.session().values().logIn() != null);
        leaveOut.setVisible(!out);
        countAgain.setVisible(out);
    }

    /** Takes back the whole split that a correction belongs to; whether it belongs to one. */
    boolean takeBackSplit(SessionDetail open, @Nullable UUID correction) {
        return splitting.takeBack(open, correction);
    }

    private void split() {
        if (editor.session() != null) {
            splitting.ask(editor.session());
        }
    }

    private void askToLeaveOut() {
        if (editor.open() != null) {
            new LeaveOutDialog(this::leaveOut).open();
        }
    }

    private void leaveOut(Reason reason, @Nullable String note) {
        var open = editor.open();
        if (open != null) {
            var session = open.session();
            apply(new SessionCommand.LeaveOut(session.id(), session.version(), reason, note), () -> {
                foot.get()
                        .done(
                                t(
                                        EditorHead.isThere(open)
                                                ? "sessions.left-out.done"
                                                : "sessions.left-out.done-here",
                                        who(open)),
                                written.now(),
                                () -> countAgain(session.id()));
            });
        }
    }

    private void countAgain() {
        var open = editor.open();
        if (open != null) {
            countAgain(open.session().id());
        }
    }

    private void countAgain(UUID session) {
        acts.detail(session)
                .ifPresent(now -> apply(
                        new SessionCommand.CountAgain(session, now.session().version()),
                        () -> foot.get().say(t("sessions.counted-again", who(now)))));
    }

    private void apply(SessionCommand command, Runnable done) {
        switch (acts.apply(command)) {
            case Saved saved -> {
                acts.detail(saved.session()).ifPresent(editor::update);
                done.run();
            }
            case CorrectionOutcome.Locked(var by) -> Notices.problem(SettledWords.says(by));
            case CorrectionOutcome.Stale(var now) -> again(now.id());
            case CorrectionOutcome.TooLate(var now) -> again(now.id());
            case CorrectionOutcome.Invalid _, CorrectionOutcome.NotReached _ -> Notices.problem(t("sessions.too-late"));
        }
    }

    /** Somebody was faster: what is there now is shown. */
    private void again(UUID session) {
        Notices.problem(t("sessions.too-late"));
        acts.detail(session).ifPresent(editor::update);
    }

    private static String who(SessionDetail detail) {
        return detail.driver() == null
                ? t("sessions.no-driver")
                : detail.driver().split(",", 2)[0];
    }
}
