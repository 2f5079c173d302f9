package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.payroll.DayRuleChange;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.payroll.PayStanding;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worktime.DayRule;

/** On which day a night counts, from which day on; what is signed or closed stays as it was counted. */
final class NightsSection extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PayRules payRules;
    private final transient People people;
    private final transient SiteTimes times;
    private final transient Runnable changed;
    private final UnorderedList set = new UnorderedList();
    private final Select<DayRule> rule = new Select<>();
    private final DatePicker from = new DatePicker(t("settings.nights.from"));
    private final Button apply = new Button(t("settings.nights.apply"), _ -> apply());
    private final Button undo = new Button(t("settings.nights.undo"), _ -> undo());
    private final Span said = new Span();
    private transient @Nullable PayStanding seen;

    NightsSection(PayRules payRules, People people, SiteTimes times, Runnable changed) {
        this.payRules = payRules;
        this.people = people;
        this.times = times;
        this.changed = changed;
        addClassName("form-section");
        var what = new Span(t("settings.nights.what"));
        what.addClassName("quiet");
        rule.setLabel(t("pay.rule"));
        rule.setItems(DayRule.values());
        rule.setItemLabelGenerator(each -> t("pay.rule." + each));
        rule.addValueChangeListener(change -> typed(change.isFromClient()));
        from.setAutoOpen(false);
        from.setI18n(PayForm.dates(t("settings.nights.from.bad")));
        from.addValueChangeListener(change -> typed(change.isFromClient()));
        var fields = new Div(rule, from);
        fields.addClassName("pay-form");
        var acts = new Div(apply, undo);
        acts.addClassName("settings-acts");
        said.getElement().setAttribute("role", "status");
        add(new H2(t("settings.nights")), what, set, fields, acts, said);
    }

    /** Shows what holds; what was chosen and isn't applied stays. */
    void take(PayStanding standing) {
        boolean dirty = differs();
        var before = seen;
        seen = standing;
        set.removeAll();
        set.add(new ListItem(t("settings.nights.first", t("pay.rule." + DayRule.LOG_IN))));
        standing.rules()
                .forEach(one -> set.add(new ListItem(t(
                        "settings.nights.since",
                        day(one.validFrom()),
                        t("pay.rule." + one.rule()),
                        people.name(one.by())))));
        from.setHelperText(
                standing.earliest().isAfter(LocalDate.EPOCH)
                        ? t("settings.nights.earliest", day(standing.earliest().minusDays(1)), day(standing.earliest()))
                        : t("settings.nights.any"));
        if (!dirty) {
            reset(standing);
        } else if (before != null
                && !before.setting().dayRules().equals(standing.setting().dayRules())) {
            said.setText(t("settings.nights.overtaken"));
        }
    }

    boolean differs() {
        var now = seen;
        return now != null && (rule.getValue() != newest(now) || !from.isEmpty());
    }

    private static DayRule newest(PayStanding standing) {
        return standing.rules().isEmpty()
                ? DayRule.LOG_IN
                : standing.rules().getLast().rule();
    }

    private void undo() {
        var now = seen;
        if (now != null) {
            reset(now);
            said.setText("");
        }
    }

    /** What was said of the last change stays: news of that same change comes after it. */
    private void reset(PayStanding standing) {
        rule.setValue(newest(standing));
        from.clear();
        from.setInvalid(false);
        apply.setEnabled(false);
        undo.setEnabled(false);
    }

    private void typed(boolean byPerson) {
        if (byPerson) {
            said.setText("");
            apply.setEnabled(differs());
            undo.setEnabled(differs());
        }
    }

    private void apply() {
        var now = seen;
        var day = from.getValue();
        if (now == null || from.isInvalid()) {
            return;
        }
        if (day == null) {
            refuse(t("settings.nights.from.missing"));
            return;
        }
        switch (payRules.count(now.setting().dayRules(), rule.getValue(), day)) {
            case DayRuleChange.Applied _ -> {
                String words = t("settings.nights.applied", day(day), t("pay.rule." + rule.getValue()));
                seen = null;
                changed.run();
                said.setText(words);
            }
            case DayRuleChange.Same _ -> said.setText(t("settings.nights.same"));
            case DayRuleChange.Overtaken _ -> {
                changed.run();
                said.setText(t("settings.nights.overtaken"));
            }
            case DayRuleChange.TooEarly(var earliest) ->
                refuse(t("settings.nights.too-early", day(earliest.minusDays(1)), day(earliest)));
            case DayRuleChange.OutOfReach(var first, var last) ->
                refuse(t("settings.nights.out-of-reach", day(first), day(last)));
        }
    }

    private void refuse(String words) {
        from.setErrorMessage(words);
        from.setInvalid(true);
        from.focus();
    }

    private String day(LocalDate day) {
        return times.day(day.atStartOfDay(times.zone()).toInstant());
    }
}
