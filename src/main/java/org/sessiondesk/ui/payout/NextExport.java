package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.payout.Due;
import org.sessiondesk.payout.DueSummary;
import org.sessiondesk.payout.MakeOutcome;
import org.sessiondesk.payout.Renumbered;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.worktime.PayPeriod;

/** "Export no. 15", in words what it would hold, and what it leaves out. */
final class NextExport extends Div {

    private static final long serialVersionUID = 1L;

    /** So many drivers are named in a note of their own. */
    private static final int MOST_NAMED = 3;

    private final transient PayoutDesk desk;
    private final transient PayPeriod period;
    private final transient Runnable made;
    private final boolean mayMake = SignedIn.now().role().mayClose();
    private final Button button = new Button();
    private final Paragraph words = new Paragraph();
    private final UnorderedList notes = new UnorderedList();
    private transient List<Note> shown = List.of();

    NextExport(PayoutDesk desk, PayPeriod period, Runnable made) {
        this.desk = desk;
        this.period = period;
        this.made = made;
        addClassName("next-export");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setVisible(mayMake);
        button.addClickListener(_ -> ask());
        notes.addClassName("export-notes");
        notes.getElement().setAttribute("aria-label", t("payout.notes"));
        notes.setVisible(false);
        add(button, words, notes);
    }

    /**
     * What somebody should know before they export.
     *
     * @param href where it can be mended; empty where it can't be by going somewhere
     */
    private record Note(String says, String href) {}

    void show(Due due) {
        button.setText(t("payout.export", due.summary().number()));
        button.setEnabled(!due.summary().isEmpty());
        words.setText(words(due.summary()));
        var now = notes(due);
        // Who stands on one of the links stays there while nothing is new.
        if (!now.equals(shown)) {
            shown = now;
            notes.removeAll();
            now.forEach(note -> notes.add(
                    note.href().isEmpty()
                            ? new ListItem(note.says())
                            : new ListItem(new Anchor(note.href(), note.says()))));
            notes.setVisible(!now.isEmpty());
        }
    }

    private static String words(DueSummary due) {
        if (due.isEmpty()) {
            return due.number() == 1 ? t("payout.nothing-signed") : t("payout.nothing", due.number() - 1);
        }
        return t("payout.due", due.days(), due.late(), due.drivers());
    }

    private List<Note> notes(Due due) {
        var left = due.left();
        var all = new ArrayList<Note>();
        if (left.unsigned() > 0) {
            all.add(new Note(t("payout.unsigned", left.unsigned()), "shift-audit/period?day=" + period.first()));
        }
        left.skipped()
                .forEach(one -> all.add(new Note(
                        t("payout.skipped", PayoutDesk.words(one.period()), one.days()),
                        "exports?day=" + one.period().first())));
        if (due.summary().withoutNumber() > 0) {
            all.add(new Note(t("payout.without-number", due.summary().withoutNumber()), "drivers"));
        }
        all.addAll(renumbered(due.renumbered()));
        if (left.waiting() > 0) {
            all.add(new Note(t("payout.waiting", left.waiting()), ""));
        }
        if (!left.closed() && !due.summary().isEmpty()) {
            all.add(new Note(t("payout.not-closed"), "shift-audit/period?day=" + period.first()));
        }
        return all;
    }

    /** Each by name, or how many of many: the list below has them. */
    private static List<Note> renumbered(List<Renumbered> drivers) {
        return drivers.size() > MOST_NAMED
                ? List.of(new Note(t("payout.renumbered.many", drivers.size()), "drivers"))
                : drivers.stream()
                        .map(one -> new Note(
                                t("payout.renumbered", one.driverName(), one.before(), one.export(), one.now()),
                                "drivers"))
                        .toList();
    }

    /** What is asked is what is made: who was overtaken meanwhile is told. */
    private void ask() {
        var due = desk.exports.due(period, 0);
        show(due);
        var dialog = new ConfirmDialog();
        dialog.setHeader(t("payout.export", due.summary().number()));
        var says = new Div();
        says.addClassName("export-ask");
        Stream.concat(
                        Stream.of(t("payout.ask", PayoutDesk.words(period), words(due.summary()))),
                        notes(due).stream().map(note -> sentence(note.says())))
                .forEach(sentence -> says.add(new Paragraph(sentence)));
        dialog.setText(says);
        dialog.setConfirmText(t("payout.make"));
        dialog.addConfirmListener(_ -> make(due.summary()));
        dialog.setCancelable(true);
        dialog.setCancelText(t("common.cancel"));
        dialog.open();
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private void make(DueSummary seen) {
        switch (desk.exports.make(period, seen)) {
            case MakeOutcome.Made(var export) -> Notices.done(t("payout.made", export.number(), export.rows()));
            case MakeOutcome.NothingToPay() -> Notices.problem(t("payout.nothing-now"));
            case MakeOutcome.Overtaken(long next) -> Notices.problem(t("payout.overtaken", seen.number(), next));
            case MakeOutcome.Changed() -> Notices.problem(t("payout.changed"));
        }
        made.run();
    }
}
