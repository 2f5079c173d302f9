package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.Limit;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.ui.settings.LimitText.Said;

/** The limits as fields, each with its unit, what it does and what is usual; keeps what was typed, right or wrong. */
final class LimitsForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Map<Limit, TextField> fields = new EnumMap<>(Limit.class);
    private final transient SiteLimits usual;
    private final String unit;
    private final transient Runnable typed;

    /** @param unit the site's, {@code mi} or {@code km} */
    LimitsForm(SiteLimits usual, String unit, Runnable typed) {
        this.usual = usual;
        this.unit = unit;
        this.typed = typed;
        addClassName("limits");
        add(
                group("settings.limits.warned", List.of(Limit.WARN_DISTANCE, Limit.WARN_LENGTH)),
                group("settings.limits.impossible", List.of(Limit.MOST_A_DAY, Limit.TOP_SPEED)));
    }

    private Div group(String key, List<Limit> limits) {
        Span what = new Span(t(key + ".what"));
        what.addClassName("quiet");
        Div both = new Div();
        both.addClassName("limits-fields");
        limits.forEach(limit -> both.add(field(limit)));
        Div group = new Div(new H3(t(key)), what, both);
        group.addClassName("limits-group");
        return group;
    }

    private TextField field(Limit limit) {
        TextField field = new TextField(label(limit));
        field.setSuffixComponent(new Span(LimitText.unit(limit, unit)));
        field.setHelperText(t("settings.limit." + limit + ".help", LimitText.told(limit, limit.of(usual), unit)));
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setMaxLength(40);
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            if (change.isFromClient()) {
                typed.run();
            }
        });
        fields.put(limit, field);
        return field;
    }

    /** Puts these limits into the fields. */
    void show(SiteLimits limits) {
        fields.forEach((limit, field) -> {
            field.setValue(LimitText.write(limit, limit.of(limits)));
            field.setInvalid(false);
        });
    }

    /** Whether something else than these limits was typed. */
    boolean differs(SiteLimits limits) {
        return fields.entrySet().stream()
                .anyMatch(
                        each -> !(LimitText.read(each.getKey(), each.getValue().getValue(), unit)
                                        instanceof Said.Value(int value)
                                && value == each.getKey().of(limits)));
    }

    /** What was typed; null if a field can't be understood, which then says why, the first one with the cursor in it. */
    @Nullable
    SiteLimits read() {
        SiteLimits wanted = usual;
        TextField wrong = null;
        for (var each : fields.entrySet()) {
            var limit = each.getKey();
            var field = each.getValue();
            switch (LimitText.read(limit, field.getValue(), unit)) {
                case Said.Value(int value) -> wanted = limit.in(wanted, value);
                case Said.Refused(LimitText.Why why) -> {
                    field.setErrorMessage(t(
                            "settings.refused." + why,
                            label(limit),
                            LimitText.told(limit, why == LimitText.Why.TOO_LARGE ? limit.most() : limit.least(), unit),
                            LimitText.told(limit, limit.of(usual), unit)));
                    field.setInvalid(true);
                    wrong = wrong == null ? field : wrong;
                }
            }
        }
        if (wrong != null) {
            wrong.focus();
            return null;
        }
        return wanted;
    }

    private static String label(Limit limit) {
        return t("settings.limit." + limit);
    }
}
