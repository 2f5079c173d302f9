package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.payperiod.PeriodBoard;
import org.sessiondesk.signoff.CloseOutcome;
import org.sessiondesk.signoff.ClosedPeriod;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.settled.Drawn;
import org.sessiondesk.ui.settled.ReasonDialog;
import org.sessiondesk.ui.settled.SettledDesk;

/** What people do about a whole period: sign all that is ready, close it, open it again. */
final class PeriodActs extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PeriodDesk desk;
    private final transient Supplier<PeriodBoard> now;
    private final transient Runnable done;
    private final transient Drawn<PeriodBoard, PeriodDrawing> drawn;
    private final Button sign = new Button();
    private final Button close = new Button(t("pay-period.close"), _ -> close());
    private final Span notOver = new Span();
    private final Div closed = new Div();

    /** @param done shows the period anew */
    PeriodActs(PeriodDesk desk, Drawn<PeriodBoard, PeriodDrawing> drawn, Supplier<PeriodBoard> now, Runnable done) {
        this.desk = desk;
        this.drawn = drawn;
        this.now = now;
        this.done = done;
        addClassName("period-acts");
        closed.addClassName("period-closed");
        sign.addThemeVariants(ButtonVariant.PRIMARY);
        sign.setDisableOnClick(true);
        Drawn.says(sign.getElement().addEventListener("click", event -> sign(Drawn.said(event))));
        sign.addClickListener(_ -> sign.setEnabled(true));
        notOver.addClassName("quiet");
        add(closed, sign, close, notOver);
    }

    /** @param today only what is before it is over */
    void show(PeriodBoard board, LocalDate today) {
        var role = SignedIn.now().role();
        int ready = board.toSign().size();
        drawn.mark(sign.getElement());
        sign.setText(t("day-check.sign-all", ready));
        sign.setVisible(role.maySign() && ready > 0);
        close.setVisible(role.mayClose() && !board.isClosed() && !board.rows().isEmpty());
        boolean over = board.period().last().isBefore(today);
        close.setEnabled(over);
        notOver.setText(notOver(board));
        notOver.setVisible(close.isVisible() && !over);
        closed.removeAll();
        board.closed().forEach(period -> closed.add(closed(period, board, role.mayClose())));
    }

    private Div closed(ClosedPeriod period, PeriodBoard board, boolean mayOpen) {
        boolean whole = period.days().equals(board.period());
        String who = desk.settled().who(period.by());
        String when = desk.settled().at(period.at());
        var words = new Span(
                whole ? t("pay-period.closed", who, when) : t("pay-period.closed-part", name(period), who, when));
        words.addClassName("lock");
        var line = new Div(words);
        if (mayOpen) {
            var open = new Button(t("pay-period.reopen"), _ -> reopen(period));
            open.setAriaLabel(t("pay-period.reopen.one", name(period)));
            line.add(open);
        }
        return line;
    }

    /** @param said the number of the board on which somebody pressed */
    private void sign(int said) {
        drawn.seen(said).ifPresentOrElse(this::ask, () -> {
            Notices.problem(t("day-check.sign.overtaken"));
            done.run();
        });
    }

    /** What OnTime has more of is asked about; all else is signed at once. */
    private void ask(PeriodBoard board) {
        String notRead = desk.notRead().of(board.period());
        if (notRead.isEmpty()) {
            sign(board);
            return;
        }
        var dialog = new ConfirmDialog();
        dialog.setHeader(t("day-check.sign.title"));
        dialog.setText("△ " + notRead);
        dialog.setCancelable(true);
        dialog.setCancelText(t("day-check.sign.not-now"));
        dialog.setConfirmText(t("day-check.act.sign"));
        dialog.addConfirmListener(_ -> sign(board));
        dialog.open();
    }

    private void sign(PeriodBoard board) {
        new SignedTogether(desk, board).tell(desk.signOffs().sign(board.toSign()));
        done.run();
    }

    private void close() {
        var board = now.get();
        var dialog = new ConfirmDialog();
        dialog.setHeader(t("pay-period.close.title", name(board)));
        dialog.setText(new ClosingWords(board, desk.notRead().of(board.period()), this::day));
        dialog.setWidth("30rem");
        dialog.setCancelable(true);
        dialog.setCancelText(t("common.cancel"));
        dialog.setConfirmText(t("pay-period.close"));
        dialog.addConfirmListener(_ -> {
            tell(board, desk.periods().close(board.period()));
            done.run();
        });
        dialog.open();
    }

    private void tell(PeriodBoard board, CloseOutcome outcome) {
        switch (outcome) {
            case CloseOutcome.Closed _ -> Notices.done(t("pay-period.close.done", name(board)));
            case CloseOutcome.ClosedAlready _ -> Notices.problem(t("pay-period.close.already"));
            case CloseOutcome.NotOver _ -> Notices.problem(notOver(board));
            case CloseOutcome.Unsigned(var days) -> unsigned(board, days);
        }
    }

    private String notOver(PeriodBoard board) {
        return t("pay-period.close.not-over", day(board.period().last()));
    }

    private void unsigned(PeriodBoard board, List<DriverDay> days) {
        var dialog = new LinkedDays(t("pay-period.close.unsigned", days.size()));
        days.forEach(day -> dialog.add(
                t("pay-period.one", board.name(day.driver()), day(day.day())),
                t("pay-period.why." + Objects.requireNonNullElse(board.state(day), "READY")),
                day));
        dialog.open();
    }

    private void reopen(ClosedPeriod period) {
        new ReasonDialog(
                        t("pay-period.reopen.title", name(period)),
                        t("pay-period.reopen.help"),
                        t("pay-period.reopen"),
                        reason -> {
                            SettledDesk.tell(desk.periods().reopen(period.id(), reason));
                            done.run();
                        })
                .open();
    }

    private String name(ClosedPeriod period) {
        return t(
                "pay-period.from-to",
                day(period.days().first()),
                day(period.days().last()));
    }

    private String name(PeriodBoard board) {
        return t(
                "pay-period.from-to",
                day(board.period().first()),
                day(board.period().last()));
    }

    private String day(LocalDate day) {
        var times = desk.written().times();
        return times.day(day.atStartOfDay(times.zone()).toInstant());
    }
}
