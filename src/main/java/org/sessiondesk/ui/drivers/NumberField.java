package org.sessiondesk.ui.drivers;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.roster.NumberedDriver;
import org.sessiondesk.roster.PayrollNumber;

/** A driver's number, to be typed. What is set elsewhere comes in, but not under the hand of who is at it. */
final class NumberField extends TextField {

    private static final long serialVersionUID = 1L;

    private final Hands hands;
    private @Nullable String number;

    NumberField(NumberedDriver row, Hands hands) {
        this.hands = hands;
        setAriaLabel(t("drivers.number-of", row.driver().name()));
        setMaxLength(PayrollNumber.LONGEST);
        setPlaceholder(t("drivers.no-number"));
        show(row.number());
        addFocusListener(_ -> hands.on(this));
        addBlurListener(_ -> left());
        addDetachListener(_ -> hands.off(this));
    }

    /** What is kept now. */
    void show(@Nullable String kept) {
        number = kept;
        if (!hands.areOn(this)) {
            setValue(Objects.requireNonNullElse(kept, ""));
        }
    }

    /** What was typed is kept. */
    void kept(String typed) {
        number = typed.isEmpty() ? null : typed;
    }

    private void left() {
        hands.off(this);
        if (!isInvalid()) {
            setValue(Objects.requireNonNullElse(number, ""));
        }
    }
}
