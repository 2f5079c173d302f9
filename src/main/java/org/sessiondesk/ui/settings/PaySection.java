package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.sessiondesk.account.People;
import org.sessiondesk.payroll.PayChange;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.payroll.PayStanding;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worktime.PayPeriod;

/** Which days are paid together and to what their time is rounded; says which period today's would be before it is applied. */
final class PaySection extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PayRules payRules;
    private final transient People people;
    private final transient SiteTimes times;
    private final PayForm form = new PayForm(this::typed);
    private final NightsSection nights;
    private final Span setBy = new Span();
    private final Span preview = new Span();
    private final Span said = new Span();
    private final Button apply = new Button(t("settings.pay.apply"), _ -> apply());
    private final Button undo = new Button(t("settings.pay.undo"), _ -> undo());
    private transient PayStanding seen;

    PaySection(PayRules payRules, People people, SiteTimes times) {
        this.payRules = payRules;
        this.people = people;
        this.times = times;
        this.seen = payRules.standing();
        this.nights = new NightsSection(payRules, people, times, this::refresh);
        addClassName("form-section");
        setBy.addClassName("quiet");
        preview.getElement().setAttribute("role", "status");
        said.getElement().setAttribute("role", "status");
        var acts = new Div(apply, undo);
        acts.addClassName("settings-acts");
        add(new H2(t("settings.pay")), setBy, form, preview, acts, said);
        take(seen);
    }

    /** How nights count, which stands below. */
    NightsSection nights() {
        return nights;
    }

    /** Whether something was chosen here or there and isn't applied. */
    boolean differs() {
        return form.differs(seen.setting()) || nights.differs();
    }

    /** Somebody may have set something, or signed a day. */
    void refresh() {
        var now = payRules.standing();
        boolean other = !now.setting().calendar().equals(seen.setting().calendar())
                || now.setting().rounding() != seen.setting().rounding();
        if (other && form.differs(seen.setting()) && form.differs(now.setting())) {
            overtaken(now);
        } else if (other) {
            take(now);
        }
        seen = now;
        nights.take(now);
    }

    private void take(PayStanding standing) {
        seen = standing;
        form.show(standing.setting());
        tellWhoSet();
        nights.take(standing);
        typed();
    }

    private void tellWhoSet() {
        var by = seen.by();
        var at = seen.at();
        setBy.setText(
                by == null || at == null
                        ? t("settings.pay.set-by-nobody")
                        : t("settings.set-by", people.name(by), times.dated(at)));
    }

    private void undo() {
        form.show(seen.setting());
        typed();
    }

    private void typed() {
        said.setText("");
        boolean differs = form.differs(seen.setting());
        apply.setEnabled(differs);
        undo.setEnabled(differs);
        preview.setText(form.calendar()
                .map(calendar -> calendar.of(seen.today()))
                .map(this::words)
                .orElse(""));
    }

    private String words(PayPeriod period) {
        return t(
                form.differs(seen.setting()) ? "settings.pay.would-be" : "settings.pay.is",
                day(period.first()),
                day(period.last()));
    }

    private void apply() {
        var calendar = form.calendar();
        if (calendar.isEmpty()) {
            form.refuse();
            return;
        }
        switch (payRules.pay(seen.setting(), calendar.get(), form.rounding())) {
            case PayChange.Applied _ -> {
                take(payRules.standing());
                said.setText(t("settings.pay.applied"));
            }
            case PayChange.Same _ -> take(payRules.standing());
            case PayChange.Overtaken _ -> overtaken(payRules.standing());
        }
    }

    /** Somebody else was here: what was chosen stays. */
    private void overtaken(PayStanding now) {
        var by = now.by();
        seen = now;
        tellWhoSet();
        typed();
        said.setText(t("settings.pay.overtaken", by == null ? t("common.product") : people.name(by)));
    }

    private String day(LocalDate day) {
        return times.day(day.atStartOfDay(times.zone()).toInstant());
    }
}
