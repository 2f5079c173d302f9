package org.sessiondesk.ui.sessions.edit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line of one field: its name and what is wrong with it, its input, and what its value is compared with. */
final class FieldRow extends Div {

    private static final long serialVersionUID = 1L;

    /** Vaadin's input adds there what it says itself. */
    private static final String DESCRIBED = """
            Promise.resolve(this.updateComplete).then(() => {
              const input = this.inputElement;
              const by = (input?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
              if (input && !by.includes($0)) {
                input.setAttribute('aria-describedby', [...by, $0].join(' '));
              }
            });
            """;

    private final Component input;
    private final HasValidationProperties validated;
    private final Span head = new Span();
    private final Span sign = new Span();
    private final Span wrong = new Span();
    private final Span first = new Span();
    private final Span now = new Span();
    private final Span difference = new Span();

    /** @param id on this page, of the words for what is wrong */
    <I extends Component & HasValidationProperties> FieldRow(String id, String name, I input) {
        this.input = input;
        this.validated = input;
        sign.getElement().setAttribute("role", "img");
        wrong.setId(id);
        wrong.addClassName("unseen");
        head.add(sign, new Text(" "), new Span(name), new Text(" "), wrong);
        input.getElement().setProperty("accessibleName", name);
        input.addAttachListener(_ -> input.getElement().executeJs(DESCRIBED, id));
        asRow(this, head, input, first, now, difference);
        mark(null);
    }

    /** The names of the columns. */
    static Div heads(String value, String first, String now, String difference) {
        var row = new Div();
        asRow(row, new Span(), new Span(value), new Span(first), new Span(now), new Span(difference));
        return row;
    }

    /** Says what is wrong with the value: seen beside its name, heard with its input. */
    void mark(@Nullable FieldMark mark) {
        boolean error = mark != null && mark.error();
        sign.setVisible(mark != null);
        sign.setText(mark == null ? "" : mark.sign());
        sign.getElement().setAttribute("aria-label", mark == null ? "" : mark.severity());
        wrong.setText(mark == null ? "" : mark.brief());
        head.setTitle(mark == null ? "" : mark.brief());
        head.setClassName("red", error);
        head.setClassName("amber", mark != null && !error);
        inputHas("has-problem", mark != null);
        inputHas("has-error", error);
    }

    /** What the value is compared with; null where there is nothing. */
    void compare(@Nullable String asFirstRead, @Nullable String inOnTime) {
        fill(first, asFirstRead);
        fill(now, inOnTime);
    }

    /** What a save would move, and whether something else stands there than was shown. */
    void moves(String words, boolean touched) {
        fill(difference, words);
        inputHas("touched", touched);
    }

    /** Says why it can't be saved; empty if it can. */
    void trouble(Optional<String> words) {
        validated.setErrorMessage(words.orElse(""));
        validated.setInvalid(words.isPresent());
    }

    private void inputHas(String className, boolean has) {
        input.getElement().getClassList().set(className, has);
    }

    private static void fill(Span cell, @Nullable String words) {
        cell.setText(words == null ? "" : words);
        cell.setTitle(words == null ? "" : words);
    }

    private static void asRow(Div row, Span head, Component... cells) {
        row.addClassName("field-row");
        row.getElement().setAttribute("role", "row");
        head.addClassName("field-label");
        head.getElement().setAttribute("role", "rowheader");
        row.add(head);
        for (var cell : cells) {
            var box = new Div(cell);
            box.getElement().setAttribute("role", "cell");
            row.add(box);
        }
    }
}
