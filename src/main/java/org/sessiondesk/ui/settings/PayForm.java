package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.sessiondesk.payroll.PaySetting;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayCalendar;

/** Pay period and rounding as fields; only those are there that the period needs. */
final class PayForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Select<Kind> kind = new Select<>();
    private final Select<DayOfWeek> weekStart = new Select<>();
    private final DatePicker aFirst = new DatePicker(t("settings.pay.a-first"));
    private final Select<HourRounding> rounding = new Select<>();

    /** Of which kind a calendar is. */
    private enum Kind {
        WEEKLY,
        FORTNIGHTLY,
        HALF_MONTHLY,
        MONTHLY
    }

    PayForm(Runnable typed) {
        addClassName("pay-form");
        kind.setLabel(t("pay.period"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> t("pay.period." + each));
        weekStart.setLabel(t("settings.pay.week-start"));
        weekStart.setItems(DayOfWeek.values());
        weekStart.setItemLabelGenerator(each -> t("pay.weekday." + each));
        aFirst.setHelperText(t("settings.pay.a-first.help"));
        aFirst.setAutoOpen(false);
        aFirst.setI18n(dates(t("settings.pay.a-first.bad")));
        rounding.setLabel(t("pay.rounding"));
        rounding.setItems(HourRounding.values());
        rounding.setItemLabelGenerator(each -> t("pay.rounding." + each));
        kind.addValueChangeListener(change -> {
            fit();
            if (change.isFromClient()) {
                typed.run();
            }
        });
        weekStart.addValueChangeListener(change -> told(change.isFromClient(), typed));
        aFirst.addValueChangeListener(change -> told(change.isFromClient(), typed));
        rounding.addValueChangeListener(change -> told(change.isFromClient(), typed));
        add(kind, weekStart, aFirst, rounding);
    }

    static DatePicker.DatePickerI18n dates(String bad) {
        return new DatePicker.DatePickerI18n()
                .setDateFormats("EEE d MMM yyyy", "yyyy-MM-dd")
                .setBadInputErrorMessage(bad);
    }

    void show(PaySetting setting) {
        switch (setting.calendar()) {
            case PayCalendar.Weekly(var start) -> {
                weekStart.setValue(start);
                kind.setValue(Kind.WEEKLY);
            }
            case PayCalendar.Fortnightly(var first) -> {
                aFirst.setValue(first);
                kind.setValue(Kind.FORTNIGHTLY);
            }
            case PayCalendar.HalfMonthly() -> kind.setValue(Kind.HALF_MONTHLY);
            case PayCalendar.Monthly() -> kind.setValue(Kind.MONTHLY);
        }
        if (weekStart.isEmpty()) {
            weekStart.setValue(DayOfWeek.MONDAY);
        }
        rounding.setValue(setting.rounding());
        aFirst.setInvalid(false);
        fit();
    }

    boolean differs(PaySetting setting) {
        return rounding.getValue() != setting.rounding()
                || calendar().filter(setting.calendar()::equals).isEmpty();
    }

    /** What was chosen; empty while something is missing. */
    Optional<PayCalendar> calendar() {
        LocalDate first = aFirst.getValue();
        return switch (kind.getValue()) {
            case WEEKLY -> Optional.of(new PayCalendar.Weekly(weekStart.getValue()));
            case FORTNIGHTLY -> Optional.ofNullable(first).map(PayCalendar.Fortnightly::new);
            case HALF_MONTHLY -> Optional.of(new PayCalendar.HalfMonthly());
            case MONTHLY -> Optional.of(new PayCalendar.Monthly());
        };
    }

    HourRounding rounding() {
        return rounding.getValue();
    }

    /** Says what is missing, with the cursor in it. */
    void refuse() {
        aFirst.setErrorMessage(t("settings.pay.a-first.missing"));
        aFirst.setInvalid(true);
        aFirst.focus();
    }

    private static void told(boolean byPerson, Runnable typed) {
        if (byPerson) {
            typed.run();
        }
    }

    private void fit() {
        weekStart.setVisible(kind.getValue() == Kind.WEEKLY);
        aFirst.setVisible(kind.getValue() == Kind.FORTNIGHTLY);
    }
}
