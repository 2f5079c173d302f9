package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.security.SecureRandom;
import java.util.function.Consumer;

/** Draws a sample of what the filter holds, and says by which number it was drawn: with that anybody draws it again. */
final class SampleLine extends Div {

    private static final long serialVersionUID = 1L;

    /** Of so many digits a person reads out a number. */
    private static final int NUMBERS = 100_000;

    private final Span says = new Span();
    private final Button draw = new Button();
    private final Button all = new Button(t("trail.sample.all"));
    private transient TrailUrl url = TrailUrl.START;

    SampleLine(Consumer<TrailUrl> go) {
        addClassName("sample-line");
        var lot = new SecureRandom();
        draw.addThemeVariants(ButtonVariant.TERTIARY);
        draw.addClickListener(_ -> go.accept(url.drawnBy(lot.nextInt(NUMBERS))));
        all.addThemeVariants(ButtonVariant.TERTIARY);
        all.addClickListener(_ -> go.accept(url.drawnBy(null)));
        says.getElement().setAttribute("role", "status");
        add(says, draw, all);
    }

    void show(TrailUrl now) {
        url = now;
        says.setText("");
        draw.setText(t(now.sample() == null ? "trail.sample.draw" : "trail.sample.another"));
        all.setVisible(now.sample() != null);
    }

    void drawn(int number, int entries, long ofAll) {
        says.setText(t("trail.sample.drawn", String.valueOf(number), entries, ofAll));
    }
}
